import { isEvidenceRecord } from '../../../utils/evidence/record-schema.ts';

/**
 * Reports what was thrown while a record was drawn. Of one that its own form refuses that is no defect of ours: the sentence that
 * stands in its place says so already.
 */
export function reportDrawing(record: unknown, error: unknown): void {
  if (isEvidenceRecord(record)) reportError(error);
}
