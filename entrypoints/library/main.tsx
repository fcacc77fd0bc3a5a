import { render } from 'preact';
import '../../components/base.css';
import './library.css';
import { Library } from './Library.tsx';

render(<Library />, document.getElementById('root')!);
