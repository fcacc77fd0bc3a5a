import { defineUnlistedScript } from '#imports';
import { registerPart } from '../page.content/page-parts.ts';
import { PageSession } from './page-session.ts';

export default defineUnlistedScript(() => registerPart('scan', (options) => new PageSession(options)));
