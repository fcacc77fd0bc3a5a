import { render } from 'preact';
import '../../components/ui/base.css';
import { FailureNotice } from '../../components/ui/FailureNotice.tsx';
import { Popup } from './Popup.tsx';

render(
  <>
    <Popup />
    <FailureNotice />
  </>,
  document.getElementById('root')!,
);
