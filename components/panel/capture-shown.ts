import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { TimestampState } from '../capture/SealedView.tsx';

/** What the panel shows of the latest capture of its page. */
export type CaptureShown =
  | { state: 'none' }
  | { state: 'running'; job: CaptureJob; cancelling: boolean }
  | { state: 'interrupted'; job: CaptureJob; resumable: boolean }
  | { state: 'failed'; job: CaptureJob }
  | {
      state: 'sealed';
      item: EvidenceItem;
      caseName?: string | undefined;
      pictureUrl?: string | undefined;
      timestamp: TimestampState;
    };
