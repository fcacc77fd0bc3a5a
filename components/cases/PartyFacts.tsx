import type { ComponentChildren } from 'preact';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { PartyFact } from '../../utils/party/party-fact.ts';
import '../ui/table-head.css';
import { TableHead } from '../ui/TableHead.tsx';
import './party-facts.css';

export interface PartyFactsProps {
  facts: readonly PartyFact[];
  /** What can be done with a fact; absent where it is only shown. */
  act?: (fact: PartyFact) => ComponentChildren;
}

/** What a page says of its party: the fact, its value as written, and the page's words around it. */
export function PartyFacts({ facts, act }: PartyFactsProps) {
  return (
    <table class="zj-party-facts">
      <TableHead columns={[t('party_fact'), t('party_value'), t('party_place'), ...(act ? [''] : [])]} />
      <tbody>
        {facts.map((fact) => (
          <tr key={`${fact.fact} ${fact.value}`}>
            <td class="zj-secondary">{t(keyOf('partyFact', fact.fact))}</td>
            <td>
              {fact.value}
              {fact.checked && <p class="zj-secondary">{t(keyOf('partyChecked', fact.checked))}</p>}
            </td>
            <td class="zj-secondary">
              …{fact.before}
              <b>{fact.value}</b>
              {fact.after}…
            </td>
            {act && <td>{act(fact)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
