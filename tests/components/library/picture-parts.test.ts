import { expect, it } from 'vitest';
import { firstPart } from '../../../components/library/picture-parts.ts';
import type { Artefact, EvidenceRecord } from '../../../utils/evidence/record.ts';

const picture = (name: string, role: Artefact['role']) =>
  ({ name, role, region: { x: 0, y: 0, width: 816, height: 1056 } }) as Artefact;
const record = (...artefacts: Artefact[]) =>
  ({
    artefacts,
    page: { scroll: { x: 0, y: 0 }, viewport: { width: 1366, height: 768 } },
  }) as unknown as EvidenceRecord;

it('stands for a PDF by its first page, where its findings are placed, and not by the window of the viewer', () => {
  const view = picture('view/marked.png', 'view-marked');
  const page = picture('page/1.png', 'pdf-page');
  expect(firstPart(record(view, page))?.artefact.name).toBe('page/1.png');
  expect(firstPart(record(view))?.artefact.name).toBe('view/marked.png');
});
