import type { ComponentChildren } from 'preact';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LevelMark, type MarkKind } from '../ui/LevelMark.tsx';
import { FirstRunPicture } from './FirstRunPicture.tsx';
import { PracticeStart, type PracticeState } from './PracticeStart.tsx';
import './first-run.css';

/** One check before the first use: what was looked at, what was found, and whether something is left to do. */
export interface ReadinessCheck {
  id: 'rules' | 'key' | 'storage' | 'clock' | 'timestamp' | 'officers';
  state: 'ready' | 'open' | 'failed' | 'running';
  detail: string;
}

export interface FirstRunProps {
  checks: readonly ReadinessCheck[];
  practice: PracticeState;
  onPractice: () => void;
  onVerifyBundle: () => void;
  onAddPictures: () => void;
  onSettings: () => void;
}

const STEPS = ['page', 'marks', 'capture'] as const;

const EXAMPLES: readonly { kind: MarkKind; words: string }[] = [
  { kind: 'strong', words: '当天出证' },
  { kind: 'weak', words: '检测包过' },
  { kind: 'cited', words: '直出证书' },
];

function CheckLine({ check, act }: { check: ReadinessCheck; act: ComponentChildren }) {
  const icon = check.state === 'ready' ? 'check-circle' : check.state === 'failed' ? 'warning' : 'circle';
  return (
    <li class="zj-first-check" data-state={check.state}>
      <Icon name={icon} />
      <div>
        <p>{t(`check_${check.id}`)}</p>
        <p class="zj-secondary">{check.detail}</p>
      </div>
      {act}
    </li>
  );
}

/** The library without an item: how to begin, what the marks mean, and whether everything is ready. */
export function FirstRun(props: FirstRunProps) {
  const { checks, onVerifyBundle, onAddPictures, onSettings } = props;
  const ready = checks.filter(({ state }) => state === 'ready').length;
  return (
    <main class="zj-scroller zj-first">
      <div class="zj-first-page">
        <section class="zj-first-intro">
          <h1>{t('first_title')}</h1>
          <p>{t('first_lead')}</p>
          <ol>
            {STEPS.map((step, index) => (
              <li key={step}>
                <span class="zj-first-number">{index + 1}</span>
                <div>
                  <h2>{t(`first_${step}`)}</h2>
                  <p>{t(`first_${step}Hint`)}</p>
                </div>
              </li>
            ))}
          </ol>
          <PracticeStart state={props.practice} onStart={props.onPractice} />
          <div class="zj-acts">
            <Button size="main" icon="shield-check" onClick={onVerifyBundle}>
              {t('verify_open')}
            </Button>
            <Button size="main" icon="picture" onClick={onAddPictures}>
              {t('picture_open')}
            </Button>
          </div>
          <p>
            <a href="#/help/capture">{t('first_help')}</a>
          </p>
        </section>
        <FirstRunPicture />
        <section class="zj-framed zj-first-box">
          <h2>{t('first_meaning')}</h2>
          <ul class="zj-first-marks">
            {EXAMPLES.map(({ kind, words }) => (
              <li key={kind}>
                <LevelMark kind={kind} />
                <HighlightedSnippet prefix="" match={words} suffix="" kind={kind} />
                <span>{t(`first_${kind}`)}</span>
              </li>
            ))}
          </ul>
          <p class="zj-secondary">{t('first_onlyClues')}</p>
        </section>
        <section class="zj-framed zj-first-box">
          <div class="zj-first-head">
            <h2>{t('first_checks')}</h2>
            <span class="zj-secondary">
              {ready} / {checks.length}
            </span>
          </div>
          <ul class="zj-first-checks">
            {checks.map((check) => (
              <CheckLine
                key={check.id}
                check={check}
                act={
                  check.state === 'open' && (check.id === 'timestamp' || check.id === 'officers') ? (
                    <Button size="small" onClick={onSettings}>
                      {t(check.id === 'officers' ? 'first_fillIn' : 'first_set')}
                    </Button>
                  ) : null
                }
              />
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
