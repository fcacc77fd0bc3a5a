import { defineUnlistedScript } from '#imports';
import { certificateReader } from '../utils/page/certificate-reader.ts';
import { registerPart } from './page.content/registered-parts.ts';

export default defineUnlistedScript(() => registerPart('certificates', certificateReader));
