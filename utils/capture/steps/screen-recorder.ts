import { holdLock } from '../../base/hold-lock.ts';
import { lockOf, type Recording, recordingWriter, saveRecording } from '../../store/recording-store.ts';

/** A part is written every two seconds: no more is lost when the recorder dies. */
const PART_MS = 2000;

/** Enough to read a page by; an hour is about 450 MB at most. */
const BITS_PER_SECOND = 1_000_000;
const FRAMES_PER_SECOND = 8;

const MEDIA_TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** A recording under way. */
export interface RunningRecording {
  recording: Recording;
  /** Resolves when the last part and the end are written down, however it came to an end. */
  ended: Promise<Recording>;
  stop(): void;
}

/** Asks the officer what to record, by the browser's own picker; must be called while a click is being handled. */
export function chooseSurface(): Promise<MediaStream> {
  return navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: FRAMES_PER_SECOND } }, audio: false });
}

/**
 * Records a stream into the store, part by part, until it is stopped or the browser ends it. For as long as it runs, a lock
 * tells other contexts that the recorder lives.
 * @throws StoreLockedError when the library is locked; nothing is recorded then
 */
export async function recordStream(id: string, stream: MediaStream): Promise<RunningRecording> {
  const [track] = stream.getVideoTracks();
  const settings: MediaTrackSettings & { displaySurface?: string } = track!.getSettings();
  const mimeType = MEDIA_TYPES.find((type) => MediaRecorder.isTypeSupported(type))!;
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND });
  const recording: Recording = {
    id,
    startedAt: new Date().toISOString(),
    mediaType: 'video/webm',
    surface: settings.displaySurface ?? '',
    width: settings.width ?? 0,
    height: settings.height ?? 0,
  };
  // Held first: what lies there without facts and without this lock is cleared away.
  const release = await holdLock(lockOf(id));
  const keepPart = await begin(recording).catch((error) => {
    release();
    for (const each of stream.getTracks()) each.stop();
    throw error;
  });
  let writing = Promise.resolve();
  let number = 0;
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    number += 1;
    const place = number;
    writing = writing.then(() => keepPart(place, data));
  };
  const ended = new Promise<Recording>((resolve, reject) => {
    recorder.onstop = () => {
      for (const each of stream.getTracks()) each.stop();
      const whole = { ...recording, endedAt: new Date().toISOString() };
      writing
        .then(() => saveRecording(whole))
        .then(() => resolve(whole), reject)
        .finally(release);
    };
  });
  recorder.start(PART_MS);
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  // The browser's own “stop sharing”.
  track!.addEventListener('ended', stop);
  return { recording, ended, stop };
}

async function begin(recording: Recording): ReturnType<typeof recordingWriter> {
  const keepPart = await recordingWriter(recording.id);
  await saveRecording(recording);
  return keepPart;
}
