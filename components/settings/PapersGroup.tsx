import { useState } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { PAPER_KINDS, PAPER_TITLES, type PaperKind } from '../../utils/documents/paper-kinds.ts';
import { isNumberPattern, paperNumber } from '../../utils/documents/paper-number.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import './papers-group.css';
import { Managed } from './Managed.tsx';
import { RouteTable } from './RouteTable.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { wholeNumber } from './setting-values.ts';
import { TemplateFieldList } from './TemplateFieldList.tsx';
import { TemplateLine, type TemplateLineProps } from './TemplateLine.tsx';

export interface PapersGroupProps extends SettingsPart {
  /** ISO 8601 date, local. */
  today: string;
  /** Numbers given out this year, by kind; absent until read. */
  paperCounts: Readonly<Partial<Record<PaperKind, number>>>;
  /** The last number given out by other means. */
  onPaperCount: (kind: PaperKind, count: number) => void;
  templates: Readonly<Partial<Record<PaperKind, TemplateLineProps['template']>>>;
  /** Why the template last chosen for a kind was refused. */
  templateProblems: Readonly<Partial<Record<PaperKind, string>>>;
  onChooseTemplate: (kind: PaperKind) => void;
  onRemoveTemplate: (kind: PaperKind) => void;
}

interface NumberFieldProps {
  pattern: string;
  year: number;
  /** Numbers given out so far. */
  count: number;
  onPattern: (pattern: string) => void;
}

function NumberField({ pattern, year, count, onPattern }: NumberFieldProps) {
  const valid = isNumberPattern(pattern);
  const next = paperNumber(pattern, year, count + 1);
  const example = pattern && valid ? t('papers_numberExample', next) : t('papers_numberHint');
  return (
    <Field label={t('papers_number')} hint={example} error={valid ? undefined : t('papers_numberError')}>
      {(control) => <DraftInput {...control} placeholder="〔{年}〕{号}号" value={pattern} onCommit={onPattern} />}
    </Field>
  );
}

/** The last number of the year: an office that numbered by hand before goes on from there. */
function CountField({ count, onCount }: { count: number; onCount: (count: number) => void }) {
  const [refused, setRefused] = useState(false);
  return (
    <Field label={t('papers_count')} error={refused ? t('papers_countError', count) : undefined}>
      {(control) => (
        <DraftInput
          {...control}
          type="number"
          value={String(count)}
          onCommit={(text) => {
            const typed = wholeNumber(text, 0, 999_999);
            setRefused(typed === undefined || typed < count);
            if (typed !== undefined && typed > count) onCount(typed);
          }}
        />
      )}
    </Field>
  );
}

/** Title, number and layout of each kind of paper. */
export function PapersGroup(props: PapersGroupProps) {
  const {
    settings,
    onSettings,
    today,
    paperCounts,
    onPaperCount,
    templates,
    templateProblems,
    onChooseTemplate,
    onRemoveTemplate,
  } = props;
  const year = Number(today.slice(0, 4));
  return (
    <SettingsGroup title={t('papers_group')} hint={t('papers_groupHint')}>
      {PAPER_KINDS.map((kind) => {
        const { title = '', numberPattern = '' } = settings.papers[kind] ?? {};
        const change = (part: { title?: string; numberPattern?: string }) =>
          onSettings({ papers: { ...settings.papers, [kind]: { title, numberPattern, ...part } } });
        return (
          <section key={kind} class="zj-stack zj-paper">
            <h3>{t(keyOf('paper', kind))}</h3>
            <div class="zj-paper-fields">
              <Managed setting="papers">
                <Field label={t('papers_title')}>
                  {(control) => (
                    <DraftInput
                      {...control}
                      placeholder={PAPER_TITLES[kind]}
                      value={title}
                      onCommit={(text) => change({ title: text })}
                    />
                  )}
                </Field>
              </Managed>
              <Managed setting="papers">
                <NumberField
                  pattern={numberPattern}
                  year={year}
                  count={paperCounts[kind] ?? 0}
                  onPattern={(text) => change({ numberPattern: text })}
                />
              </Managed>
              <CountField count={paperCounts[kind] ?? 0} onCount={(count) => onPaperCount(kind, count)} />
            </div>
            <TemplateLine
              template={templates[kind]}
              problem={templateProblems[kind]}
              onChoose={() => onChooseTemplate(kind)}
              onRemove={() => onRemoveTemplate(kind)}
            />
          </section>
        );
      })}
      <RouteTable routes={settings.routes} onChange={(routes) => onSettings({ routes })} />
      <Managed setting="routing">
        <Field label={t('settings_routing')}>
          {(control) => (
            <DraftInput
              {...control}
              placeholder={t('settings_routingHint')}
              value={settings.routing}
              onCommit={(routing) => onSettings({ routing })}
            />
          )}
        </Field>
      </Managed>
      <TemplateFieldList />
    </SettingsGroup>
  );
}
