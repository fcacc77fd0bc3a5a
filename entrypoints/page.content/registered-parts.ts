import type { CertificateReader } from '../../utils/page/certificate-reader.ts';
import type { StampedLexicon } from '../../utils/reports/stamped-lexicon.ts';
import type { Card, CardOptions } from '../page-card/card.tsx';
import type { PageSession, PageSessionOptions } from '../page-scan/page-session.ts';

/** What a frame's session needs of the browser. */
export interface SessionNeeds extends Omit<PageSessionOptions, 'scanner'> {
  /** The compiled rules in force, packed, with their stamps. */
  lexicon: () => Promise<StampedLexicon>;
}

/** What a page's script does without until a page needs it: each part is a script of its own that background puts into the frame. */
export interface PageParts {
  scan: (needs: SessionNeeds) => PageSession;
  certificates: CertificateReader;
  /** Opens no card yet. */
  card: (options: CardOptions) => Card;
}

/** Our scripts in one frame share a global object that the page's own scripts do not see. */
const REGISTRY = Symbol.for('zhengjian.page-parts');
type World = typeof globalThis & { [REGISTRY]?: Partial<PageParts> };

/** A part's script hands over what it brings. */
export function registerPart<Name extends keyof PageParts>(name: Name, part: PageParts[Name]): void {
  const world: World = globalThis;
  world[REGISTRY] ??= {};
  world[REGISTRY][name] = part;
}

/** What a part's script handed over in this frame. */
export function registeredPart<Name extends keyof PageParts>(name: Name): PageParts[Name] | undefined {
  return (globalThis as World)[REGISTRY]?.[name];
}
