import { render } from 'preact';
import '../../components/base.css';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { t } from '../../utils/i18n.ts';
import { checkedRequest } from '../../utils/messages-requests.ts';
import { checkRequests } from '../../utils/messaging.ts';
import { RecordingWindow } from './RecordingWindow.tsx';

checkRequests(checkedRequest);
document.title = t('recordingTitle');
render(
  <>
    <RecordingWindow />
    <FailureNotice />
  </>,
  document.getElementById('root')!,
);
