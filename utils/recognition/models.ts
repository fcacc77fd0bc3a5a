import * as ort from 'onnxruntime-web/wasm';
import { MODEL_FILES, ModelBrokenError, type ModelPart } from './model-files.ts';
import { rivalClasses, type StepScores } from './read-characters.ts';
import type { TextMap } from './text-boxes.ts';

/** The two networks, ready to run. */
export interface Models {
  characters: readonly string[];
  rivals: ReadonlyMap<number, readonly number[]>;
  /** @param input planes blue, green, red; sides are multiples of 32 */
  detect(input: Float32Array, width: number, height: number): Promise<TextMap>;
  /** @param input planes blue, green, red; 48 px high */
  recognise(input: Float32Array, width: number): Promise<StepScores>;
}

/** Strips are read at this height, px. */
export const STRIP_HEIGHT = 48;

/** Starts both networks from their bytes, on one thread; `wasm` are the addresses of the runtime's own files. */
export async function startModels(
  bytes: Record<ModelPart, Uint8Array>,
  wasm?: { mjs: string; wasm: string },
): Promise<Models> {
  ort.env.wasm.numThreads = 1;
  if (wasm) ort.env.wasm.wasmPaths = wasm;
  const open = async (part: 'detector' | 'recogniser') => {
    try {
      return await ort.InferenceSession.create(bytes[part], {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
      });
    } catch (error) {
      throw new ModelBrokenError(`${MODEL_FILES[part]} 不能打开：${String(error).slice(0, 200)}`);
    }
  };
  const detector = await open('detector');
  const recogniser = await open('recogniser');
  // The last class is the space, which the list leaves out.
  const characters = [
    ...new TextDecoder().decode(bytes.characters).replace(/\r/g, '').replace(/\n$/, '').split('\n'),
    ' ',
  ];
  const run = async (session: ort.InferenceSession, input: Float32Array, height: number, width: number) => {
    const name = session.inputNames[0]!;
    const output = await session.run({ [name]: new ort.Tensor('float32', input, [1, 3, height, width]) });
    return output[session.outputNames[0]!]!;
  };
  return {
    characters,
    rivals: rivalClasses(characters),
    async detect(input, width, height) {
      const map = await run(detector, input, height, width);
      return { width, height, values: map.data as Float32Array };
    },
    async recognise(input, width) {
      const scores = await run(recogniser, input, STRIP_HEIGHT, width);
      return { steps: scores.dims[1]!, classes: scores.dims[2]!, values: scores.data as Float32Array };
    },
  };
}
