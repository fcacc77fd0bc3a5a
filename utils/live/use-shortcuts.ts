import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';

/** Names of the commands in the manifest. */
export type CommandName = 'capture' | 'panel' | 'next-finding' | 'previous-finding';

/** The keys in force for a command, as caps (`['Alt', 'Q']`); none when the officer took them away. */
export type Shortcuts = (command: CommandName) => readonly string[];

/** The shortcuts as the browser has them now; null until read. */
export function useShortcuts(): Shortcuts | null {
  const [caps, setCaps] = useState<ReadonlyMap<string, readonly string[]> | null>(null);
  useEffect(() => {
    browser.commands
      .getAll()
      .then(
        (commands) =>
          setCaps(new Map(commands.map(({ name, shortcut }) => [name ?? '', shortcut ? shortcut.split('+') : []]))),
        reportError,
      );
  }, []);
  return caps && ((command) => caps.get(command) ?? []);
}
