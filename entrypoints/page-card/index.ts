import { defineUnlistedScript } from '#imports';
import { rulesetInForce } from '../../utils/rules-in-force.ts';
import { registerPart } from '../page.content/page-parts.ts';
import { Card } from './card.tsx';

export default defineUnlistedScript(() => registerPart('card', (options) => new Card(options, rulesetInForce)));
