import { defineUnlistedScript } from '#imports';
import { pagePacer } from '../../utils/page/pacer.ts';
import { SteppedWork } from '../../utils/page/stepped-work.ts';
import { rulesInForce } from '../../utils/rules-in-force.ts';
import { registerPart } from '../page.content/page-parts.ts';
import { Card } from './card.tsx';
import { ruleExplanations } from './rule-explanations.ts';

export default defineUnlistedScript(() =>
  registerPart('card', async (options) => {
    const { packs } = await rulesInForce();
    const written = await new SteppedWork(packs()).finish(pagePacer(), new AbortController().signal);
    const rules = written.flatMap((pack) => pack.rules);
    return new Card(options, ruleExplanations(rules, options.today));
  }),
);
