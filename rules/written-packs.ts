import claimFamilies from './packs/claim-families.json' with { type: 'json' };
import notice from './packs/notice.json' with { type: 'json' };
import published from './packs/published.json' with { type: 'json' };
import stamps from './packs/stamps.json' with { type: 'json' };
import type { RulePack, RulePackStamp } from './rule.ts';

/** The packs as written, in the order in which the options page lists them; tests load each through `loadPack`. */
export const WRITTEN_PACKS = [notice, published, claimFamilies] as readonly RulePack[];

/** Their digests, stored because a content script on an insecure page has no WebCrypto; `npm run stamps` renews them. */
export const BUILT_IN_STAMPS: readonly RulePackStamp[] = stamps;
