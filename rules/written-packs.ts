import claimSignals from './packs/claim-signals.json' with { type: 'json' };
import notice from './packs/notice.json' with { type: 'json' };
import published from './packs/published.json' with { type: 'json' };
import stamps from './packs/stamps.json' with { type: 'json' };
import type { RulePack, RulePackStamp } from './rule.ts';
import weights from './weights/judge.json' with { type: 'json' };

/** The packs as written, in the order in which the options page lists them; tests load each through `loadPack`. */
export const WRITTEN_PACKS = [notice, published, claimSignals] as readonly RulePack[];

/** What was learnt of real pages, which decides with them what is a claim: stamped like a pack. */
export const WEIGHTS = weights;

/** Their digests and that of the weights, stored because a content script on an insecure page has no WebCrypto; `npm run stamps` renews them. */
export const BUILT_IN_STAMPS: readonly RulePackStamp[] = stamps;
