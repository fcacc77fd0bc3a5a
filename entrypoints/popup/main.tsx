import { render } from 'preact';
import '../../components/base.css';
import { Popup } from './Popup.tsx';

render(<Popup />, document.getElementById('root')!);
