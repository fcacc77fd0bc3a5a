import { useEffect, useState } from 'preact/hooks';

/**
 * Addresses of several blobs, loaded one after the other so that only one is in memory while it is checked; all are revoked
 * when the component goes or the set changes.
 * @param key Names the set.
 */
export function usePictures(
  key: string,
  names: readonly string[],
  load: (name: string) => Promise<Blob>,
): ReadonlyMap<string, string> {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const urls = new Map<string, string>();
    const ended = new AbortController();
    const run = async () => {
      for (const name of names) {
        const blob = await load(name).catch(reportError);
        if (ended.signal.aborted) return;
        if (!blob) continue;
        urls.set(name, URL.createObjectURL(blob));
        setPictures(new Map(urls));
      }
    };
    run();
    return () => {
      ended.abort();
      for (const url of urls.values()) URL.revokeObjectURL(url);
      setPictures(new Map());
    };
  }, [key]);
  return pictures;
}
