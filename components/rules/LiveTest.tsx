import { useMemo, useState } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { TextFinding } from '../../utils/scan/scanner.ts';
import { Button } from '../ui/Button.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import './live-test.css';
import { paintSegments } from './paint-segments.ts';
import type { ExampleKind } from './RuleExamples.tsx';

export interface LiveTestProps {
  /** Finds what the page would show in a text. */
  scan: (text: string) => readonly TextFinding[];
  /** Given where the rule in view takes examples. */
  onAddExample?: ((kind: ExampleKind, text: string) => void) | undefined;
}

const styleOf = (finding: TextFinding) => (finding.disposition === 'claim' ? finding.level : 'cited');

/** Hit, hit in disguise, or why it does not count. */
function outcome(finding: TextFinding): string {
  if (finding.disposition !== 'claim')
    return finding.reason
      ? t('dispositionReason', t(`disposition_${finding.disposition}`), finding.reason)
      : t(`disposition_${finding.disposition}`);
  if (finding.evasions.length === 0) return t('rules_hit');
  return t('rules_hitVariant', finding.evasions.map((evasion) => t(keyOf('evasion', evasion))).join(t('listComma')));
}

/** A place to type: what is typed is tested at once, and painted as on a page. Nothing is kept. */
export function LiveTest({ scan, onAddExample }: LiveTestProps) {
  const [text, setText] = useState('');
  const findings = useMemo(() => scan(text), [scan, text]);
  const segments = useMemo(() => paintSegments(text, findings), [text, findings]);
  return (
    <section class="zj-live">
      <h2>
        {t('rules_try')} <span class="zj-secondary">{t('rules_tryHint')}</span>
      </h2>
      <div class="zj-live-field">
        <div class="zj-live-paint" aria-hidden="true">
          {segments.map(({ text: words, finding }, index) =>
            finding ? (
              <mark key={index} class={`zj-hit zj-hit-${styleOf(finding)}`}>
                {words}
              </mark>
            ) : (
              words
            ),
          )}
          {'\n'}
        </div>
        <textarea
          aria-label={t('rules_try')}
          placeholder={t('rules_tryPlaceholder')}
          value={text}
          rows={5}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAddExample?.('hit', text);
          }}
        />
      </div>
      {onAddExample && (
        <div class="zj-acts zj-live-acts">
          <Button size="small" icon="add" disabled={text.trim() === ''} onClick={() => onAddExample('hit', text)}>
            {t('rules_addExample_hit')}
          </Button>
          <Button size="small" icon="add" disabled={text.trim() === ''} onClick={() => onAddExample('miss', text)}>
            {t('rules_addExample_miss')}
          </Button>
        </div>
      )}
      <ul class="zj-live-findings" aria-live="polite">
        {findings.map((finding) => (
          <li key={`${finding.start} ${finding.ruleId}`}>
            <LevelMark kind={styleOf(finding)} named />
            <span class="zj-ellipsis">{finding.matchedText}</span>
            <span class="zj-live-outcome" title={finding.ruleName}>
              {outcome(finding)}
            </span>
          </li>
        ))}
        {text.trim() !== '' && findings.length === 0 && <li class="zj-secondary">{t('rules_noHit')}</li>}
      </ul>
    </section>
  );
}
