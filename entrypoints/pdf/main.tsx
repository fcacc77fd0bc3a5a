import { render } from 'preact';
import '../../components/ui/base.css';
import { Viewer } from './Viewer.tsx';

render(<Viewer />, document.getElementById('root')!);
