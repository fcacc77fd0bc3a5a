import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '#imports';
import { type RecordingState, RecordingView } from '../../components/recording/RecordingView.tsx';
import { useClock } from '../../components/ui/use-clock.ts';
import { ExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';
import { chooseSurface, type RunningRecording, recordStream } from '../../utils/capture/steps/screen-recorder.ts';
import { onMessage } from '../../utils/messages/messaging.ts';

/** The recording begins in front of a blank tab, so that it shows the whole way to the page. */
async function openBlankTab(): Promise<void> {
  const windowId = Number(new URLSearchParams(location.search).get('window'));
  await browser.tabs.create({ url: 'about:blank', active: true, ...(windowId ? { windowId } : {}) });
}

/** Wires the recording window: this page holds the stream, so the recording lives as long as it. */
export function RecordingWindow() {
  const [shown, setShown] = useState<RecordingState>({ state: 'choosing' });
  const running = useRef<RunningRecording | null>(null);
  const now = useClock(shown.state === 'running');

  const choose = async () => {
    let stream: MediaStream;
    try {
      stream = await chooseSurface();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const key = error.name === 'NotAllowedError' ? 'recordingNotChosen' : 'recordingUnavailable';
      return setShown({ state: 'refused', reason: t(key) });
    }
    let recorded: RunningRecording;
    try {
      recorded = await recordStream(crypto.randomUUID(), stream);
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      return setShown({ state: 'refused', reason: t(error.key, ...error.values) });
    }
    running.current = recorded;
    const { startedAt } = recorded.recording;
    setShown({ state: 'running', startedAt });
    await openBlankTab();
    const { endedAt } = await recorded.ended;
    setShown({ state: 'ended', startedAt, endedAt: endedAt! });
  };

  useEffect(() => {
    const askBefore = (event: BeforeUnloadEvent) => {
      if (running.current && shown.state === 'running') event.preventDefault();
    };
    addEventListener('beforeunload', askBefore);
    return () => removeEventListener('beforeunload', askBefore);
  }, [shown.state]);

  useEffect(
    () =>
      onMessage('stopRecording', async ({ data }) => {
        if (running.current?.recording.id !== data.id) return;
        running.current.stop();
        await running.current.ended;
      }),
    [],
  );

  return (
    <RecordingView
      recording={shown}
      now={now}
      onChoose={() => choose().catch(reportError)}
      onStop={() => running.current?.stop()}
      onClose={() => close()}
    />
  );
}
