import { render } from 'preact';
import '../../components/base.css';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Popup } from './Popup.tsx';

render(
  <>
    <Popup />
    <FailureNotice />
  </>,
  document.getElementById('root')!,
);
