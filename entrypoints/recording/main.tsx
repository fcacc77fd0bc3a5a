import { render } from 'preact';
import '../../components/ui/base.css';
import { FailureNotice } from '../../components/ui/FailureNotice.tsx';
import { t } from '../../utils/base/i18n.ts';
import { checkRequests } from '../../utils/messages/messaging.ts';
import { checkedRequest } from '../../utils/messages/requests.ts';
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
