import { keyOf, t, tData } from '../../utils/base/i18n.ts';
import type { Problem } from '../../utils/certificate/certificate.ts';
import { Icon } from '../ui/Icon.tsx';

/** Values above this many characters stand one below the other. */
const LONG = 12;

/** A doubt: what does not fit, then both values side by side. One that a person answered stays, in grey. */
export function ProblemPairs({ problem, answered = false }: { problem: Problem; answered?: boolean }) {
  const long = problem.compared.some(({ value }) => value.length > LONG);
  const aboutCode = problem.code === 'qr-host' || problem.code === 'qr-mismatch';
  return (
    <section class="zj-cert-problem" data-answered={answered}>
      <h4>
        <Icon name={aboutCode ? 'qr' : 'question'} />
        {t(keyOf('problemTitle', problem.code))}
        {(answered || problem.weight === 'check') && (
          <span class="zj-secondary zj-cert-weight">
            {t(answered ? 'doubtAnswered' : problem.code === 'number-doubtful' ? 'compareWithPicture' : 'needsLookUp')}
          </span>
        )}
      </h4>
      <dl class={long || aboutCode ? 'zj-cert-pairs zj-cert-pairs-long' : 'zj-cert-pairs'}>
        {problem.compared.map(({ label, value }) => (
          <div key={label}>
            <dt>{tData(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
