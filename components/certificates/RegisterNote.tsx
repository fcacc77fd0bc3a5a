import { t } from '../../utils/base/i18n.ts';
import { listWords } from '../../utils/lists/check-certificate.ts';
import type { RegisterCheck } from '../../utils/lists/register.ts';
import { Icon } from '../ui/Icon.tsx';

/** Which of the office's lists hold a body on the certificate; what none of them holds is a problem and said there. */
export function RegisterNote({ checks }: { checks: readonly RegisterCheck[] }) {
  return (
    <>
      {checks
        .filter(({ listed }) => listed)
        .map(({ field, name, names, lists }) => (
          <p key={field} class="zj-line zj-cert-note">
            <Icon name="book" size={14} />
            {names.includes(name)
              ? t('register_listed', t(`field_${field}`), lists.map(listWords).join('、'))
              : t('register_listedAs', t(`field_${field}`), lists.map(listWords).join('、'), names.join('、'))}
          </p>
        ))}
    </>
  );
}
