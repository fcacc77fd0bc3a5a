import { useId, useState } from 'preact/hooks';
import { articleFrom } from '../../rules/article-number.ts';
import { LAW_IDS, LAWS, type LawId } from '../../rules/laws.ts';
import { citation, type LegalReference, versionOf } from '../../rules/legal-basis.ts';
import { WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import './article-field.css';

export interface ArticleFieldProps {
  references: readonly LegalReference[];
  onChange: (references: readonly LegalReference[]) => void;
}

/** Articles that the built-in packs cite, with the conduct dates of their numbering. */
const CITED = WRITTEN_PACKS.flatMap(({ rules }) => rules.flatMap(({ legalBasis }) => legalBasis));

const articlesOf = (law: LawId) => [...new Set(CITED.filter((one) => one.law === law).map(({ article }) => article))];

/** The articles a rule rests on, chosen from the laws whose text was read; any article of them may be cited. */
export function ArticleField({ references, onChange }: ArticleFieldProps) {
  const [law, setLaw] = useState<LawId>('advertising-law');
  const [typed, setTyped] = useState('');
  const list = useId();
  const article = articleFrom(typed);
  const known = references.some((one) => one.law === law && one.article === article);
  const add = () => {
    if (!article || known) return;
    onChange([...references, CITED.find((one) => one.law === law && one.article === article) ?? { law, article }]);
    setTyped('');
  };
  return (
    <ul class="zj-rule-basis">
      {references.map((reference) => (
        <li key={citation(reference)}>
          <Icon name="book" />
          <span>{citation(reference)}</span>
          <span class="zj-secondary">{versionOf(reference)}</span>
          <IconButton
            icon="close"
            label={t('rules_removeWord', citation(reference))}
            onClick={() => onChange(references.filter((one) => one !== reference))}
          />
        </li>
      ))}
      <li class="zj-article-add">
        <Select
          label={t('rules_law')}
          value={law}
          options={LAW_IDS.map((value) => ({ value, label: `《${LAWS[value].name}》` }))}
          onChange={setLaw}
        />
        <TextInput
          label={t('rules_article')}
          value={typed}
          placeholder={t('rules_articleHint')}
          list={list}
          onInput={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) add();
          }}
        />
        <datalist id={list}>
          {articlesOf(law).map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Button size="small" icon="add" disabled={!article || known} onClick={add}>
          {t('rules_addArticle')}
        </Button>
      </li>
    </ul>
  );
}
