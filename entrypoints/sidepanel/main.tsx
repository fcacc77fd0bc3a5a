import { render } from 'preact';
import '../../components/base.css';
import { SidePanel } from './SidePanel.tsx';

render(<SidePanel />, document.getElementById('root')!);
