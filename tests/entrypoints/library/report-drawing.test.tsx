// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { FindingsTab } from '../../../components/item/FindingsTab.tsx';
import { Boundary } from '../../../components/ui/Boundary.tsx';
import { reportDrawing } from '../../../entrypoints/library/item/report-drawing.ts';
import type { EvidenceItem, EvidenceRecord } from '../../../utils/evidence/record.ts';
import { draw } from '../../components/draw.ts';
import { sampleRecord } from '../../evidence/sample-record.ts';

afterEach(() => vi.unstubAllGlobals());

const digest = { sha256: 'b'.repeat(64), sm3: 'c'.repeat(64) };

/** Draws what throws where the record is not as its form says, and tells what was reported beside the sentence. */
async function reportedOf(record: EvidenceRecord, explain: () => never) {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const health = { checkedAt: record.sealedAt, damaged: [] };
  const item: EvidenceItem = { id: record.id, record, digest, status: 'pending', health, dismissed: [] };
  await draw(
    <Boundary fallback={() => <p>cannot be read</p>} onCaught={(error) => reportDrawing(record, error)}>
      <FindingsTab
        item={item}
        addenda={[]}
        explain={explain}
        onDismiss={() => {}}
        onPicture={() => {}}
        onCheckDuties={() => {}}
      />
    </Boundary>,
  );
  expect(document.body.textContent).toBe('cannot be read');
  return reported.mock.calls.length;
}

const explain = (): never => {
  throw new Error('no explanation');
};

it('leaves a record that its own form refuses at the sentence, and reports what a sound one throws', async () => {
  const sound = sampleRecord('E20261123-0001', []);
  expect(await reportedOf(sound, explain)).toBe(1);
  expect(await reportedOf({ ...sound, findings: [[]] as never }, explain)).toBe(0);
});
