import { defineBackground } from '#imports';
import { followPolicy } from '../../utils/casework/log-policy.ts';
import { checkRequests } from '../../utils/messages/messaging.ts';
import { checkedRequest } from '../../utils/messages/requests.ts';
import { registerCapture } from './install-capture.ts';
import { registerRecognition } from './install-recognition.ts';
import { registerUpkeep } from './install-upkeep.ts';
import '../../utils/store/log-mirror.ts';
import { registerLexicon } from '../../utils/tabs/lexicon-in-force.ts';
import { registerRules } from './follow-rules.ts';
import { registerFirstPage } from './install-first-page.ts';
import { registerIdleLock } from './install-idle-lock.ts';
import { registerMarks } from './install-marks.ts';
import { registerPageParts } from './install-page-parts.ts';
import { registerPageSettings } from './install-page-settings.ts';
import { registerPatrols } from './install-patrols.ts';
import { registerPractice } from './install-practice.ts';
import { registerTabReports, tabReport } from './install-tab-reports.ts';
import { registerViewer } from './install-viewer.ts';
import { registerVisits } from './install-visits.ts';

export default defineBackground({
  type: 'module',
  main() {
    checkRequests(checkedRequest);
    registerFirstPage();
    registerPageParts();
    registerPageSettings();
    registerLexicon();
    registerRules();
    registerTabReports();
    registerMarks();
    registerViewer();
    const capture = registerCapture(tabReport);
    registerRecognition();
    registerVisits(tabReport);
    registerPatrols({ readReport: tabReport, capture });
    registerPractice();
    registerUpkeep();
    registerIdleLock();
    followPolicy();
  },
});
