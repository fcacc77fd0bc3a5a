import { render } from 'preact';
import '../../components/base.css';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { SidePanel } from './SidePanel.tsx';

render(
  <>
    <SidePanel />
    <FailureNotice />
  </>,
  document.getElementById('root')!,
);
