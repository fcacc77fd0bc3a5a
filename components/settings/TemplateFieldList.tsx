import { t } from '../../utils/base/i18n.ts';
import { TEMPLATE_FIELDS } from '../../utils/documents/template-fields.ts';

/** Every placeholder that a template may hold. The meanings are Chinese: they are words of the papers. */
export const TemplateFieldList = () => (
  <details class="zj-template-fields">
    <summary>{t('template_fields', TEMPLATE_FIELDS.length)}</summary>
    <p class="zj-secondary">{t('template_fieldsHint')}</p>
    <dl lang="zh-CN">
      {TEMPLATE_FIELDS.map(({ name, meaning, block }) => (
        <div key={name}>
          <dt class="zj-mono">{`{{${name}}}`}</dt>
          <dd>
            {meaning}
            {block && <span class="zj-secondary"> {t('template_block')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  </details>
);
