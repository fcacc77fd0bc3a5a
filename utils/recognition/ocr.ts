import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { PictureBox, RecognisedLine } from './reading.ts';
import { rowsOf } from './rows.ts';

/** Where the packed files of the recogniser lie. */
export interface RecogniserFiles {
  workerPath: string;
  corePath: string;
  /** Folder of `chi_sim.traineddata.gz`. */
  langPath: string;
}

/** A running recogniser; one picture at a time. */
export interface Recogniser {
  /** Lines in reading order, boxes in px of `picture`. */
  recognise(picture: OffscreenCanvas): Promise<{ lines: RecognisedLine[]; confidence: number }>;
  close(): Promise<void>;
}

/** Starts tesseract with Chinese data that is part of the extension; nothing is fetched from elsewhere. */
export async function startRecogniser(files: RecogniserFiles): Promise<Recogniser> {
  const worker: Worker = await createWorker(['chi_sim'], OEM.LSTM_ONLY, {
    ...files,
    gzip: true,
    cacheMethod: 'none',
    workerBlobURL: false,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, preserve_interword_spaces: '1' });
  return {
    async recognise(picture) {
      const { data } = await worker.recognize(picture, {}, { text: true, blocks: true });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      // Lines that run down the picture belong to a picture that lies on its side: the layout analysis reads them, but what
      // stands beside what is lost.
      const sideways =
        lines.filter(({ bbox }) => bbox.y1 - bbox.y0 > 2 * (bbox.x1 - bbox.x0)).length > lines.length / 2;
      const rows = rowsOf(
        lines.map((line) =>
          line.words.map((word) => ({ text: word.text, confidence: word.confidence / 100, box: boxOf(word.bbox) })),
        ),
      );
      return { lines: rows, confidence: sideways ? 0 : data.confidence / 100 };
    },
    async close() {
      await worker.terminate();
    },
  };
}

const boxOf = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): PictureBox => ({
  x: x0,
  y: y0,
  width: x1 - x0,
  height: y1 - y0,
});
