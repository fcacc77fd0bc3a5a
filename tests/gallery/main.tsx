import { render } from 'preact';
import '../../components/base.css';
import { SCREENS } from './screens.tsx';

const name = new URLSearchParams(location.search).get('screen');
const screen = name ? SCREENS[name] : undefined;

render(
  screen ? (
    screen.draw()
  ) : (
    <ul style={{ padding: '16px' }}>
      {Object.entries(SCREENS).map(([each, { width, height }]) => (
        <li key={each}>
          <a href={`?screen=${each}`} data-width={width} data-height={height}>
            {each}
          </a>
        </li>
      ))}
    </ul>
  ),
  document.body,
);
document.documentElement.dataset.drawn = name ?? '';
