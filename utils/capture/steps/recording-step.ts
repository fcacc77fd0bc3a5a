import { within } from '../../base/abortable.ts';
import { sendMessage } from '../../messages/messaging.ts';
import {
  listRecordings,
  readRecording,
  removeRecording,
  type StandingRecording,
  saveRecording,
} from '../../store/recording-store.ts';
import type { CaptureRun } from '../job/capture-run.ts';

/** What stands in the list of what is missing. */
const RECORDING = '录屏';

/** Time for the recorder to write its last part. */
const PATIENCE_MS = 10_000;

const SURFACES: Readonly<Record<string, string>> = { monitor: '整个屏幕', window: '一个窗口', browser: '一个标签页' };

/** Ends the recording that runs, so that it reaches until the seal; one whose recorder does not answer counts as cut off. */
async function endRunning(recording: StandingRecording): Promise<void> {
  const asked = sendMessage('stopRecording', { id: recording.id });
  await within(asked, PATIENCE_MS, () => new Error('the recorder did not answer')).catch(() => undefined);
}

/** The recording of the session goes into the capture: ended now if it runs, as far as it goes if it was cut off. */
export async function stageRecording(run: CaptureRun): Promise<void> {
  const [newest] = await listRecordings();
  if (!newest) {
    if (run.settings.recordSession) await run.missed(RECORDING, '取证时没有录屏');
    return;
  }
  if (newest.state === 'running') await endRunning(newest);
  const recording = (await listRecordings()).find(({ id }) => id === newest.id);
  if (!recording || recording.size === 0) {
    if (recording) await removeRecording(recording.id);
    return run.missed(RECORDING, '录屏在写下画面之前中断');
  }
  const { state: _state, lastPartAt, size: _size, ...facts } = recording;
  await saveRecording({ ...facts, jobId: run.job.id });
  const { blob, lost } = await readRecording(recording);
  const gaps = `第 ${lost.join('、')} 段（每段约两秒）读不出，没有封存`;
  if (blob.size === 0) return run.missed(RECORDING, `录屏的${gaps}`);
  const until = recording.endedAt ?? lastPartAt;
  const surface = SURFACES[recording.surface] ?? '所选画面';
  const end = recording.endedAt ? `至 ${until} 结束` : `于 ${until} 中断，其后没有画面`;
  await run.stage(
    {
      name: 'recording/session.webm',
      role: 'recording',
      mediaType: 'video/webm',
      method: `由浏览器录制${surface}，自 ${recording.startedAt} 起，${end}（UTC）；无声音，边录边写${lost.length ? `；其中${gaps}` : ''}`,
      capturedAt: until,
    },
    blob,
  );
  const missing = [
    ...(recording.endedAt ? [] : [`录屏于 ${until}（UTC）中断，只有中断之前的部分`]),
    ...(lost.length ? [`录屏的${gaps}`] : []),
  ];
  if (missing.length) await run.missed(RECORDING, missing.join('；'));
  else await run.obtained(RECORDING);
}
