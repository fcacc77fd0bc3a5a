import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';

/** An optional permission of the browser: whether it is granted, and the way to ask for it or to give it back. */
export function usePermission(permission: 'management'): [granted: boolean, change: (granted: boolean) => void] {
  const [granted, setGranted] = useState(false);
  useEffect(() => {
    browser.permissions.contains({ permissions: [permission] }).then(setGranted, reportError);
  }, [permission]);
  const change = (wanted: boolean) => {
    const permissions = { permissions: [permission] };
    const asked = wanted ? browser.permissions.request(permissions) : browser.permissions.remove(permissions);
    asked.then((done) => done && setGranted(wanted), reportError);
  };
  return [granted, change];
}
