import './key.css';

/** Keys of a real shortcut, one cap each: `<Key keys={['Alt', 'Q']} />`. */
export function Key({ keys }: { keys: readonly string[] }) {
  return (
    <span class="zj-keys">
      {keys.map((key) => (
        <kbd key={key} class="zj-key">
          {key}
        </kbd>
      ))}
    </span>
  );
}
