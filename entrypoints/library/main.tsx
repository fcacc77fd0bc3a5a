import { render } from 'preact';
import '../../components/ui/base.css';
import { FailureNotice } from '../../components/ui/FailureNotice.tsx';
import './library.css';
import { Library } from './Library.tsx';
import { keepPanelAway } from './no-panel-beside.ts';
import { startUpkeep } from './upkeep.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort(), { once: true });
startUpkeep(closing.signal);
keepPanelAway().catch(reportError);

render(
  <>
    <Library />
    <FailureNotice />
  </>,
  document.getElementById('root')!,
);
