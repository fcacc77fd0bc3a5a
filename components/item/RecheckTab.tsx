import { useMemo, useState } from 'preact/hooks';
import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { compareCertificates, compareFindings } from '../../utils/evidence/compare-captures.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SectionHead } from '../ui/SectionHead.tsx';
import { Select } from '../ui/Select.tsx';
import { ComparedPicture } from './ComparedPicture.tsx';
import { CertificateChanges, FindingRows, StateChip } from './RecheckRows.tsx';
import { TextChanges } from './TextChanges.tsx';
import { useTextChanges } from './use-text-changes.ts';
import './recheck-tab.css';

export interface RecheckTabProps {
  item: EvidenceItem;
  /** The other captures of the same address, oldest first. */
  others: readonly EvidenceItem[];
  loadArtefact: (itemId: string, name: string) => Promise<Blob>;
  /** Opens the address in a new tab, for another capture; undefined where no site has it. */
  onOpenAddress: (() => void) | undefined;
  onOpenItem: (itemId: string) => void;
}

/** The item beside another capture of the same address: what is gone, what is still there, what is new. */
export function RecheckTab({ item, others, onOpenAddress, ...rest }: RecheckTabProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const before = others.filter(({ record }) => record.startedAt < item.record.startedAt);
  const other =
    others.find(({ id }) => id === (chosen ?? item.record.follows?.id)) ?? before.at(-1) ?? others[0] ?? null;
  const open = onOpenAddress && (
    <Button icon="external" onClick={onOpenAddress}>
      {t('recheck_openAddress')}
    </Button>
  );
  if (!other)
    return (
      <EmptyState icon="columns" title={t('recheck_none')} action={open}>
        {t('recheck_noneAdvice')}
      </EmptyState>
    );
  const [earlier, later] = other.record.startedAt < item.record.startedAt ? [other, item] : [item, other];
  return (
    <div class="zj-tab-scroll zj-recheck">
      <div class="zj-acts zj-recheck-bar">
        <Select
          label={t('recheck_with')}
          value={other.id}
          options={others.map(({ id, record }) => ({ value: id, label: `${id} · ${dateTimeText(record.startedAt)}` }))}
          onChange={setChosen}
        />
        {open}
      </div>
      <Comparison key={other.id} item={item} earlier={earlier} later={later} {...rest} />
    </div>
  );
}

interface ComparisonProps extends Pick<RecheckTabProps, 'item' | 'loadArtefact' | 'onOpenItem'> {
  earlier: EvidenceItem;
  later: EvidenceItem;
}

function Comparison({ item, earlier, later, loadArtefact, onOpenItem }: ComparisonProps) {
  const findings = useMemo(() => compareFindings(earlier.record.findings, later.record.findings), [earlier, later]);
  const certificates = useMemo(
    () => compareCertificates(earlier.record.certificates, later.record.certificates),
    [earlier, later],
  );
  const text = useTextChanges(earlier, later, loadArtefact);
  return (
    <>
      <div class="zj-recheck-pictures">
        {[earlier, later].map((each) => (
          <ComparedPicture
            key={each.id}
            item={each}
            role={t(each === earlier ? 'recheck_earlier' : 'recheck_later')}
            loadArtefact={(name) => loadArtefact(each.id, name)}
            onOpen={each.id === item.id ? undefined : () => onOpenItem(each.id)}
          />
        ))}
      </div>
      <section>
        <SectionHead
          title={t('item_tab_findings')}
          trailing={(['gone', 'added', 'stayed'] as const).map((state) => (
            <span key={state}>
              <StateChip state={state} /> {findings[state].length}
            </span>
          ))}
        />
        <FindingRows {...findings} />
      </section>
      <section>
        <SectionHead title={t('certificates')} />
        <CertificateChanges changes={certificates} />
      </section>
      <section>
        <SectionHead title={t('recheck_text')} />
        {text.state === 'ready' ? (
          <TextChanges changes={text.changes} />
        ) : (
          <p class="zj-tab-empty" role="status">
            {t(`recheck_text_${text.state}`)}
          </p>
        )}
      </section>
    </>
  );
}
