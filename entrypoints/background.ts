import { defineBackground } from '#imports';
import { registerTabReports } from '../utils/store/register-tab-reports.ts';

export default defineBackground({
  type: 'module',
  main() {
    registerTabReports();
  },
});
