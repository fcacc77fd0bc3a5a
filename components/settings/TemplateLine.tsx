import { sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { TemplateCard } from '../../utils/documents/template-card.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Note } from '../ui/Note.tsx';

export interface TemplateLineProps {
  /** Undefined for the product's own layout. */
  template: TemplateCard | undefined;
  /** Why the one last chosen was refused. */
  problem: string | undefined;
  onChoose: () => void;
  onRemove: () => void;
}

/** The .docx that a kind of paper is made from, with what it lacks. */
export function TemplateLine({ template, problem, onChoose, onRemove }: TemplateLineProps) {
  return (
    <div class="zj-stack zj-template">
      <div class="zj-template-line">
        <div>
          <p>{template?.name ?? t('documents_ownLayout')}</p>
          {template && (
            <>
              <p class="zj-secondary">
                {t('template_facts', template.addedOn, sizeText(template.size), template.known.length)}
              </p>
              <p class="zj-mono zj-secondary">SHA-256 {template.sha256}</p>
            </>
          )}
        </div>
        <Button size="small" icon="upload" onClick={onChoose}>
          {t(template ? 'template_replace' : 'template_choose')}
        </Button>
        {template && <IconButton icon="close" label={t('template_remove', template.name)} onClick={onRemove} />}
      </div>
      {problem && (
        <Note icon="warning" tone="missing">
          {problem}
        </Note>
      )}
      {template && template.unknown.length > 0 && (
        <Note icon="warning" tone="weak">
          {t('template_unknown', template.unknown.map((name) => `{{${name}}}`).join(t('listComma')))}
        </Note>
      )}
    </div>
  );
}
