import type { EvidenceRecord } from '../evidence/record.ts';

/** What the page says of itself, and what the browser says of it, at one moment. */
export type PageFacts = EvidenceRecord['page'] & {
  contentType: string;
  /** `visible` unless the tab was covered. */
  visibility: string;
  /** Milliseconds since the epoch when the load began. */
  timeOrigin: number;
  /** Window in CSS px. */
  window: { width: number; height: number };
  screen: { width: number; height: number; colorDepth: number };
  languages: readonly string[];
  userAgent: string;
  platform: string;
  timeZone: string;
  online: boolean;
  cookieEnabled: boolean;
  /** Signs of whether somebody is signed in, as far as a page shows them. */
  signIn: {
    /** The page has a cookie that scripts can see; its value is not kept. */
    hasVisibleCookies: boolean;
    /** A button or link that offers to sign out, or to sign in, by its words. */
    offersSignOut: boolean;
    offersSignIn: boolean;
    hasPasswordField: boolean;
  };
  /** How the document was reached: `navigate`, `reload`, `back_forward`, `prerender`. */
  navigationType: string;
  /** Named `meta` elements, at most 100. */
  metaTags: readonly { name: string; content: string }[];
};
