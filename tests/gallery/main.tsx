import { Fragment, render } from 'preact';
import '../../components/ui/base.css';
import { SCREENS } from './screens.tsx';

/** Draws the screen that the address names after `#`, or the list of all. */
function draw(): void {
  const name = location.hash.slice(1);
  const screen = SCREENS[name];
  render(
    <Fragment key={name}>
      {screen ? (
        screen.draw()
      ) : (
        <ul style={{ padding: '16px' }}>
          {Object.entries(SCREENS).map(([each, { width, height }]) => (
            <li key={each}>
              <a href={`#${each}`} data-width={width} data-height={height}>
                {each}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Fragment>,
    document.body,
  );
  scrollTo(0, 0);
  document.documentElement.dataset.drawn = name;
}

addEventListener('hashchange', draw);
draw();
