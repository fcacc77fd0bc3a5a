import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Case, CaseChange } from '../../utils/evidence/case.ts';
import { FIELD_OF, fillField } from '../../utils/party/fill-case.ts';
import type { PartyFact, PartyReading } from '../../utils/party/party-fact.ts';
import { Button } from '../ui/Button.tsx';
import { PartyFacts } from './PartyFacts.tsx';

export interface PartyReadingsProps {
  value: Case;
  /** What the pages of the case say, those of its sealed evidence first. */
  readings: readonly PartyReading[];
  onChange: (change: CaseChange) => void;
}

/** What pages say of the party, each with the words around it, to be taken over into the case by a click. */
export function PartyReadings({ value, readings, onChange }: PartyReadingsProps) {
  const stated = ({ fact }: PartyFact) => {
    const field = FIELD_OF[fact];
    return field && (field === 'shop' ? value.shop : value.party[field]);
  };
  return (
    <section class="zj-case-traits">
      <h2>{t('party_title')}</h2>
      <p class="zj-secondary">{t(readings.length > 0 ? 'party_hint' : 'party_none')}</p>
      {readings.map(({ url, itemId, facts }) => (
        <div key={`${itemId} ${url}`}>
          <p class="zj-party-place zj-ellipsis" title={url}>
            {itemId ? <a href={`#/items/${encodeURIComponent(itemId)}`}>{itemId}</a> : t('party_unsealed')} {url}
          </p>
          <PartyFacts
            facts={facts}
            act={(fact) => {
              const field = FIELD_OF[fact.fact];
              if (!field) return null;
              const taken = stated(fact) === fact.value;
              return (
                <Button
                  size="small"
                  disabled={taken}
                  title={t('party_takeOf', t(keyOf('partyFact', fact.fact)), fact.value)}
                  onClick={() => onChange(fillField(field, fact.value))}
                >
                  {t(taken ? 'party_taken' : 'party_take')}
                </Button>
              );
            }}
          />
        </div>
      ))}
    </section>
  );
}
