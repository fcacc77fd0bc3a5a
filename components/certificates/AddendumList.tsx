import { dateTimeText } from '../../utils/base/figures.ts';
import { keyOf, t, tData } from '../../utils/base/i18n.ts';
import type { Addendum } from '../../utils/evidence/addendum.ts';
import type { AddendumOrigin, ShownAddendum } from '../../utils/evidence/addendum-origin.ts';
import { groupedFingerprint } from '../../utils/evidence/trusted-keys.ts';
import { Chip } from '../ui/Chip.tsx';
import { KeyChip } from '../ui/KeyChip.tsx';
import './addendum-list.css';

/** Every addendum to a certificate, oldest first: what it says, and which key stands for it. */
export function AddendumList({ addenda }: { addenda: readonly ShownAddendum[] }) {
  return (
    <section class="zj-addenda">
      <h4>{t('addenda')}</h4>
      <ol>
        {addenda.map(({ stem, addendum, origin }) => (
          <li key={stem} data-counts={origin.counts}>
            <p>
              <b>{t('part_addendum', stem)}</b> {whatOf(addendum)}
            </p>
            <p class="zj-secondary">
              {dateTimeText(addendum.at)} {addendum.person}
            </p>
            <Origin origin={origin} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Origin({ origin: { standing, isSigned, key, counts } }: { origin: AddendumOrigin }) {
  if (standing.kind === 'earlier') return <p class="zj-secondary">{t('addendum_earlier')}</p>;
  return (
    <>
      <p class="zj-acts zj-addendum-origin">
        <span class="zj-secondary">{t(isSigned ? 'addendum_signedBy' : 'addendum_broughtBy')}</span>
        <KeyChip standing={standing} />
        {!counts && <Chip tone="missing">{t('addendum_apart')}</Chip>}
      </p>
      {standing.kind === 'unknown' && <p class="zj-mono">{groupedFingerprint(key ?? '')}</p>}
      {!counts && <p class="zj-secondary">{t('addendum_apartHint')}</p>}
    </>
  );
}

function whatOf(addendum: Addendum): string {
  if (addendum.kind === 'look-up')
    return t('addendum_lookUp', addendum.portal.name, t(keyOf('lookUpOutcome', addendum.outcome)));
  if (addendum.kind === 'correction')
    return t('addendum_correction', tData(keyOf('field', addendum.field)), addendum.value || t('none'));
  if (addendum.kind === 'duty-check') return t('duty_title');
  return t(addendum.struckOff ? 'addendum_struckOff' : 'addendum_strikeTakenBack');
}
