import { PAPER_KINDS, PAPER_TITLES, type PaperKind } from '../../utils/documents/paper-kinds.ts';
import { isNumberPattern, paperNumber } from '../../utils/documents/paper-number.ts';
import { keyOf, t } from '../../utils/i18n.ts';
import { DraftInput } from '../DraftInput.tsx';
import { Field } from '../Field.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import './papers-group.css';
import { SettingsGroup } from './SettingsGroup.tsx';
import { TemplateFieldList } from './TemplateFieldList.tsx';
import { TemplateLine, type TemplateLineProps } from './TemplateLine.tsx';

export interface PapersGroupProps extends SettingsPart {
  /** ISO 8601 date, local. */
  today: string;
  templates: Readonly<Partial<Record<PaperKind, TemplateLineProps['template']>>>;
  /** Why the template last chosen for a kind was refused. */
  templateProblems: Readonly<Partial<Record<PaperKind, string>>>;
  onChooseTemplate: (kind: PaperKind) => void;
  onRemoveTemplate: (kind: PaperKind) => void;
}

function NumberField({ pattern, year, onPattern }: { pattern: string; year: number; onPattern: (to: string) => void }) {
  const valid = isNumberPattern(pattern);
  const example = pattern && valid ? t('papers_numberExample', paperNumber(pattern, year, 7)) : t('papers_numberHint');
  return (
    <Field label={t('papers_number')} hint={example} error={valid ? undefined : t('papers_numberError')}>
      {(control) => <DraftInput {...control} placeholder="〔{年}〕{号}号" value={pattern} onCommit={onPattern} />}
    </Field>
  );
}

/** Title, number and layout of each kind of paper. */
export function PapersGroup(props: PapersGroupProps) {
  const { settings, onSettings, today, templates, templateProblems, onChooseTemplate, onRemoveTemplate } = props;
  const year = Number(today.slice(0, 4));
  return (
    <SettingsGroup title={t('papers_group')} hint={t('papers_groupHint')}>
      {PAPER_KINDS.map((kind) => {
        const { title = '', numberPattern = '' } = settings.papers[kind] ?? {};
        const change = (part: { title?: string; numberPattern?: string }) =>
          onSettings({ papers: { ...settings.papers, [kind]: { title, numberPattern, ...part } } });
        return (
          <section key={kind} class="zj-paper">
            <h3>{t(keyOf('paper', kind))}</h3>
            <div class="zj-settings-pair">
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
              <NumberField pattern={numberPattern} year={year} onPattern={(text) => change({ numberPattern: text })} />
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
      <TemplateFieldList />
    </SettingsGroup>
  );
}
