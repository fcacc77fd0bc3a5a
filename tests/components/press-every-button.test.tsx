// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { CASE_TABS, CasePage, type CasePageProps } from '../../components/cases/CasePage.tsx';
import { ITEM_TABS, ItemPage, type ItemPageProps } from '../../components/item/ItemPage.tsx';
import { BulkActs } from '../../components/library/BulkActs.tsx';
import { ExportBar, type ExportState } from '../../components/library/ExportBar.tsx';
import { summariseItem } from '../../utils/casework/item-summary.ts';
import { dueDates } from '../../utils/evidence/due-dates.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { about } from '../documents/sample-case.ts';
import { explain } from '../gallery/fixtures.ts';
import { sampleCertificate, sampleFinding, sampleItem } from './library/sample-items.ts';
import { unanswered } from './press-all.ts';

const today = '2026-11-30';
let acts = 0;
const asked = () => acts;
/** An act that the screen leaves to its route: that it is asked for is the view's answer. */
const act = () => {
  acts += 1;
};
const asyncAct = async () => act();

const full = sampleItem(
  { findings: [sampleFinding('fake-certification/same-day', 0)], certificates: [sampleCertificate()] },
  { caseId: about.id },
);

describe('every button of the page of a case', () => {
  const item = summariseItem(full, about, { today });
  const states: [string, Partial<CasePageProps>][] = [
    ['with evidence', { items: [item] }],
    ['without evidence', { items: [] }],
    ['while it is transferred', { items: [item], transferring: true }],
  ];
  it.each(states.flatMap(([name, part]) => CASE_TABS.map((tab) => [name, tab, part] as const)))(
    'has an answer %s, in “%s”',
    async (_name, tab, part) => {
      const props: CasePageProps = {
        value: about,
        tab,
        items: [],
        readings: [],
        dues: dueDates(about, today),
        lines: [],
        today,
        transferring: false,
        makingPaper: false,
        onPaper: act,
        exposure: { reading: null, onExposure: act },
        receiver: '',
        onTab: act,
        onChange: act,
        onStage: act,
        onNote: act,
        onTransfer: act,
        onDelete: act,
        ...part,
      };
      expect(
        await unanswered({ view: () => <CasePage {...props} />, acts: asked, explained: [/写入|记入/, /不能删除/] }),
      ).toEqual([]);
    },
  );
});

describe('every button of the list’s bar', () => {
  const states: [string, Partial<{ damaged: number; picked: number; inCase: boolean; state: ExportState }>][] = [
    ['with items of one case', { inCase: true }],
    ['with items of no case', {}],
    ['with damaged items only', { picked: 0, damaged: 2 }],
    ['while a bundle is written', { state: { phase: 'writing', items: 1, done: 1, total: 2 } }],
    ['when the disk is full', { state: { phase: 'failed', reason: '存储空间不足' } }],
  ];
  it.each(states)('has an answer %s', async (_name, { picked = 2, damaged = 0, inCase = false, state }) => {
    const view = () => (
      <ExportBar
        picked={picked}
        pickedSize={9}
        damaged={damaged}
        state={state ?? { phase: 'idle' }}
        papers={{ inCase, busy: false, onPaper: act }}
        acts={
          <BulkActs
            count={2}
            cases={[about]}
            rules={[{ id: 'rule', name: '当天出证', items: 2 }]}
            onCase={act}
            onNewCase={act}
            onStatus={act}
            onDismiss={act}
            onDelete={act}
          />
        }
        onTable={act}
        onExport={act}
        onCancel={act}
        onClear={act}
      />
    );
    expect(await unanswered({ view, acts: asked, explained: [/删除/] })).toEqual([]);
  });
});

describe('every button of the page of an item', () => {
  const states: [string, EvidenceItem, Partial<ItemPageProps>][] = [
    ['in a case', full, {}],
    ['in no case, with nothing marked', sampleItem(), {}],
    ['that is damaged, offline', { ...full, health: { checkedAt: '', damaged: ['page.mhtml'] } }, {}],
    ['while it is checked and exported', full, { checking: { done: 1, total: 2 }, exporting: true, makingPaper: true }],
  ];
  it.each(states.flatMap(([name, item, part]) => ITEM_TABS.map((tab) => [name, tab, item, part] as const)))(
    '%s has an answer, in “%s”',
    async (_name, tab, item, part) => {
      const missing = async () => {
        throw new Error('no artefact in this test');
      };
      const props: ItemPageProps = {
        item,
        cases: [about],
        listAddress: '#/items',
        place: { place: 1, total: 2, next: 'E2' },
        onOpenItem: act,
        checking: null,
        exporting: false,
        onVerify: act,
        onExport: act,
        onStatus: act,
        onCase: act,
        officers: [{ name: '李四', licence: '35000000002' }],
        onConfirm: asyncAct,
        sentenceOf: String,
        loadArtefact: missing,
        loadOther: missing,
        explain: explain as ItemPageProps['explain'],
        onDismiss: act,
        onNote: act,
        onSave: act,
        others: [],
        onOpenAddress: act,
        tab,
        lines: [],
        chain: null,
        earlierLogs: [],
        sealedBy: null,
        stamp: null,
        addenda: [],
        onCheckDuties: act,
        certificateActs: {
          onCopyNumber: act,
          portalOf: () => '某平台',
          onLookUp: act,
          onShoot: async () => null,
          onFound: act,
          onCorrect: act,
          onStrike: act,
          onSetPortals: act,
          loadPicture: missing,
        },
        onTab: act,
        certificates: item.record.certificates,
        onCopy: act,
        onDelete: act,
        onPaper: act,
        makingPaper: false,
        ...part,
      };
      const explained = [/^上一|^下一/, /删除/, /写入/];
      expect(await unanswered({ view: () => <ItemPage {...props} />, acts: asked, explained })).toEqual([]);
    },
  );
});
