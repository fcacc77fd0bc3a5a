import { useEffect, useState } from 'preact/hooks';

/**
 * An address for a blob that lives as long as the component shows it, and is revoked after.
 * @param key Names the blob; another key loads another one, null none.
 * @param load Null when there is no such blob.
 */
export function useBlobUrl(key: string | null, load: () => Promise<Blob | null>): string | undefined {
  const [shown, setShown] = useState<{ key: string; url: string }>();
  useEffect(() => {
    if (key === null) return;
    let url: string | undefined;
    let wanted = true;
    load().then((blob) => {
      if (!wanted || !blob) return;
      url = URL.createObjectURL(blob);
      setShown({ key, url });
    }, reportError);
    return () => {
      wanted = false;
      if (!url) return;
      // The same key may come again before the blob has: an address that was revoked shows a broken picture.
      setShown(undefined);
      URL.revokeObjectURL(url);
    };
  }, [key]);
  return shown?.key === key ? shown.url : undefined;
}
