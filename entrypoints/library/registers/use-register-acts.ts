import { useState } from 'preact/hooks';
import { failureText } from '../../../utils/base/failure-text.ts';
import { t } from '../../../utils/base/i18n.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import type { RegisterList } from '../../../utils/lists/register.ts';
import { removeRegister } from '../../../utils/store/register-store.ts';
import type { RegisterWorker } from './register-tasks.ts';

interface Message {
  text: string;
  error?: true;
}

/** Deleting a list and exporting the survey, with the one message that says how either ended. */
export function useRegisterActs(reader: RegisterWorker, person: string, today: string) {
  const [removing, setRemoving] = useState<string | null>(null);
  const [exporting, setExporting] = useState<'xlsx' | 'csv' | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const tell = (text: string) => setMessage({ text });
  const fail = (error: unknown) => setMessage({ text: failureText(error), error: true });

  const remove = async ({ id }: RegisterList, reason: string) => {
    setRemoving(id);
    try {
      await removeRegister(id, reason, person);
      return t('register_deleted');
    } finally {
      setRemoving(null);
    }
  };
  const exportRows = async (format: 'xlsx' | 'csv', rows: Uint32Array) => {
    setExporting(format);
    try {
      const name = `${t('register_survey')}-${today}.${format}`;
      saveBlob(await reader.run('export', { format, rows }), name);
      return t('register_exported', name);
    } finally {
      setExporting(null);
    }
  };
  return {
    message,
    removing,
    exporting,
    tell,
    fail,
    close: () => setMessage(null),
    remove: (list: RegisterList, reason: string) => void remove(list, reason).then(tell, fail),
    exportRows: (format: 'xlsx' | 'csv', rows: Uint32Array) => void exportRows(format, rows).then(tell, fail),
  };
}
