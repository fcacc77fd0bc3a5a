import type { MarksControl } from '../../../components/settings/MarksGroup.tsx';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { markFile } from '../../../utils/judge/mark.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { clearMarks, listMarks } from '../../../utils/store/mark-store.ts';

/** The office's marks, their file, and the end of them. */
export function useMarks(): MarksControl {
  const marks = useStored(['mark'], listMarks);
  return {
    counts: marks && {
      missed: marks.filter(({ verdict }) => verdict === 'missed').length,
      falsePositives: marks.filter(({ verdict }) => verdict === 'false-positive').length,
      unheard: marks.filter(({ verdict, clusters }) => verdict === 'missed' && clusters.length === 0).length,
    },
    onExport: () => marks && saveBlob(new Blob([markFile(marks)], { type: 'application/json' }), 'marks.json'),
    onClear: () => void clearMarks().catch(reportError),
  };
}
