import { defineUnlistedScript } from '#imports';
import { rulesInForce } from '../../utils/rules-in-force.ts';
import { registerPart } from '../page.content/page-parts.ts';
import { Card } from './card.tsx';
import { ruleExplanations } from './rule-explanations.ts';

export default defineUnlistedScript(() =>
  registerPart('card', async (options) => {
    const rules = (await rulesInForce()).packs().flatMap((pack) => pack.rules);
    return new Card(options, ruleExplanations(rules, options.today));
  }),
);
