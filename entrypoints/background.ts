import { defineBackground } from '#imports';
import { registerUpkeep } from '../utils/capture/background-upkeep.ts';
import { registerCapture } from '../utils/capture/register-capture.ts';
import { registerRecognition } from '../utils/capture/register-recognition.ts';
import { checkedRequest } from '../utils/messages-requests.ts';
import { checkRequests } from '../utils/messaging.ts';
import '../utils/store/log-mirror.ts';
import { registerIdleLock } from '../utils/store/idle-lock.ts';
import { registerLexicon } from '../utils/store/lexicon-in-force.ts';
import { registerRules } from '../utils/tabs/follow-rules.ts';
import { registerPageParts } from '../utils/tabs/register-page-parts.ts';
import { registerPageSettings } from '../utils/tabs/register-page-settings.ts';
import { registerTabReports, tabReport } from '../utils/tabs/register-tab-reports.ts';
import { registerViewer } from '../utils/tabs/register-viewer.ts';
import { registerPatrols } from '../utils/visits/register-patrols.ts';
import { registerVisits } from '../utils/visits/register-visits.ts';

export default defineBackground({
  type: 'module',
  main() {
    checkRequests(checkedRequest);
    registerPageParts();
    registerPageSettings();
    registerLexicon();
    registerRules();
    registerTabReports();
    registerViewer();
    const capture = registerCapture(tabReport);
    registerRecognition();
    registerVisits(tabReport);
    registerPatrols({ readReport: tabReport, capture });
    registerUpkeep();
    registerIdleLock();
  },
});
