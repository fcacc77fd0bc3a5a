import { useEffect, useRef } from 'preact/hooks';
import type { CertificateActs } from '../../../components/item/ItemCertificate.tsx';
import { lookUpOf } from '../../../utils/certificate/look-up.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { addAddendum, readAddendumPicture } from '../../../utils/store/addendum-store.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import { copyText } from '../copy-text.ts';
import { goTo } from '../use-route.ts';
import { openPortal, shootPortal } from './portal-tab.ts';

/** Wires the certificates of a sealed item: look-ups and corrections become addenda to it. */
export function useCertificateActs(
  { id, record }: EvidenceItem,
  { settings, person, onFailure }: { settings: Settings; person: string; onFailure: (error: unknown) => void },
): CertificateActs {
  const portalTab = useRef<number | undefined>(undefined);
  const ended = useRef(new AbortController());
  useEffect(() => () => ended.current.abort(), []);
  const now = () => new Date().toISOString();
  const attempt = (work: Promise<unknown>) => void work.catch(onFailure);
  return {
    onCopyNumber: copyText,
    portalOf: (certificate) => lookUpOf(certificate, settings.portals)?.portal.name ?? null,
    onLookUp: (certificate) => {
      const found = lookUpOf(certificate, settings.portals);
      if (!found) return;
      const opened = openPortal(found).then((tabId) => {
        portalTab.current = tabId;
      });
      attempt(opened);
    },
    onShoot: () =>
      shootPortal(portalTab.current, ended.current.signal).catch((error) => {
        onFailure(error);
        return null;
      }),
    onFound: (certificate, looked, { outcome, note, shot }) => {
      const found = lookUpOf(looked, settings.portals);
      if (!found) return;
      const portal = { name: found.portal.name, url: found.url };
      const entry = {
        kind: 'look-up',
        at: now(),
        person,
        certificate,
        portal,
        copied: found.copies,
        outcome,
        note,
      } as const;
      attempt(addAddendum(id, entry, shot));
    },
    onCorrect: (certificate, field, value) => {
      const read = record.certificates[certificate - 1]?.fields[field]?.value ?? null;
      attempt(addAddendum(id, { kind: 'correction', at: now(), person, certificate, field, read, value }));
    },
    onStrike: (certificate, struckOff) =>
      attempt(addAddendum(id, { kind: 'strike-off', at: now(), person, certificate, struckOff })),
    onSetPortals: () => goTo('settings'),
    loadPicture: (picture) => readAddendumPicture(id, picture),
  };
}
