import { defineUnlistedScript } from '#imports';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { rulesetWith } from '../../utils/store/rules-in-force.ts';
import { registerPart } from '../page.content/registered-parts.ts';
import { Card } from './card.tsx';

export default defineUnlistedScript(() =>
  registerPart('card', (options) => new Card(options, async () => rulesetWith(await sendMessage('getOfficePack')))),
);
