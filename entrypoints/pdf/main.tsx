import { render } from 'preact';
import '../../components/base.css';
import { Viewer } from './Viewer.tsx';

render(<Viewer />, document.getElementById('root')!);
