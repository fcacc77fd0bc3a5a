import { useEffect, useRef, useState } from 'preact/hooks';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page; says whether some are held over it. */
export function useFileDrop(onFiles: (first: File, all: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    // Leaving the window has no element to go to; between elements of the page there is one.
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (!files[0]) return;
        event.preventDefault();
        latest.current(files[0], files);
      },
      { signal },
    );
    return () => ended.abort();
  }, []);
  return over;
}
