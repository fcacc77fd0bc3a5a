import { PORTALS, type Portal } from '../../rules/portals.ts';
import { isPortalAddress } from '../base/portal-address.ts';
import type { Certificate } from './certificate.ts';

/** Where a certificate can be looked up, and what to paste there. */
export interface LookUp {
  portal: Portal;
  url: string;
  copies: string;
}

/**
 * The first portal of the certificate's kind that has an address and whose key stands on the certificate; null when there is none.
 * @param addresses the office's own addresses by portal id; an empty one falls back to the portal's default
 */
export function lookUpOf(certificate: Certificate, addresses: Readonly<Record<string, string>>): LookUp | null {
  for (const portal of PORTALS) {
    const url = addresses[portal.id] || portal.defaultUrl;
    const copies = certificate.corrections?.[portal.copies] ?? certificate.fields[portal.copies]?.value;
    if (isPortalAddress(url) && copies && portal.kinds.includes(certificate.kind)) return { portal, url, copies };
  }
  return null;
}
