import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { TextChange } from '../../utils/evidence/compare-captures.ts';
import './text-changes.css';

/** Lines shown around a change, so that it can be found on the page. */
const AROUND = 2;

/** Lines that both texts hold, folded to those next to a change. */
function Stayed({ lines, first, last }: { lines: readonly string[]; first: boolean; last: boolean }) {
  const head = first ? [] : lines.slice(0, AROUND);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - AROUND));
  const folded = lines.length - head.length - tail.length;
  return (
    <>
      {head.map((line, index) => (
        <p key={`head-${index}`}>{line}</p>
      ))}
      {folded > 0 && <p class="zj-text-folded">{t('recheck_unchangedLines', countText(folded))}</p>}
      {tail.map((line, index) => (
        <p key={`tail-${index}`}>{line}</p>
      ))}
    </>
  );
}

/** The text of the page with what went struck out and what came marked; runs that stayed are folded. */
export function TextChanges({ changes }: { changes: readonly TextChange[] }) {
  if (changes.every(({ state }) => state === 'stayed')) return <p class="zj-tab-empty">{t('recheck_sameText')}</p>;
  return (
    <div class="zj-text-changes">
      {changes.map(({ state, lines }, index) => {
        if (state === 'stayed')
          return <Stayed key={index} lines={lines} first={index === 0} last={index === changes.length - 1} />;
        const Line = state === 'gone' ? 'del' : 'ins';
        return lines.map((line, place) => (
          <p key={`${index}-${place}`} class={`zj-text-${state}`}>
            <Line>{line}</Line>
          </p>
        ));
      })}
    </div>
  );
}
