import { useEffect, useState } from 'preact/hooks';
import type { PapersGroupProps } from '../../../components/settings/PapersGroup.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import type { PaperKind } from '../../../utils/documents/paper-kinds.ts';
import {
  readTemplateCards,
  removeTemplate,
  saveTemplate,
  watchTemplates,
} from '../../../utils/store/template-store.ts';
import { chooseFile } from '../choose-file.ts';

type Templates = Pick<PapersGroupProps, 'templates' | 'templateProblems' | 'onChooseTemplate' | 'onRemoveTemplate'>;

/** The office's templates; one that cannot be used is refused with the reason, and the one before stays in force. */
export function useTemplates(today: string): Templates {
  const [templates, setTemplates] = useState<Templates['templates']>({});
  const [problems, setProblems] = useState<Templates['templateProblems']>({});
  useEffect(() => {
    const load = () => void readTemplateCards().then(setTemplates, reportError);
    load();
    return watchTemplates(load);
  }, []);
  const choose = async (kind: PaperKind) => {
    const file = await chooseFile('.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    if (!file) return;
    setProblems(({ [kind]: _solved, ...rest }) => rest);
    try {
      await saveTemplate(kind, file, today);
    } catch (error) {
      const problem = failureText(error);
      setProblems((before) => ({ ...before, [kind]: problem }));
    }
  };
  return {
    templates,
    templateProblems: problems,
    onChooseTemplate: (kind) => void choose(kind).catch(reportError),
    onRemoveTemplate: (kind) => void removeTemplate(kind).catch(reportError),
  };
}
