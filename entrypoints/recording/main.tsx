import { render } from 'preact';
import '../../components/base.css';
import { t } from '../../utils/i18n.ts';
import { RecordingWindow } from './RecordingWindow.tsx';

document.title = t('recordingTitle');
render(<RecordingWindow />, document.getElementById('root')!);
