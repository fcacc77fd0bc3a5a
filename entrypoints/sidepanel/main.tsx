import { render } from 'preact';
import '../../components/ui/base.css';
import { FailureNotice } from '../../components/ui/FailureNotice.tsx';
import { SidePanel } from './SidePanel.tsx';

render(
  <>
    <SidePanel />
    <FailureNotice />
  </>,
  document.getElementById('root')!,
);
