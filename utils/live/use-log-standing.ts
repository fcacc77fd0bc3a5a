import { type LogStanding, logStanding } from '../store/log-mirror.ts';
import { useStored } from './use-stored.ts';

/** How the log stands to its mirror, asked again with each line; null until the first answer. */
export const useLogStanding = (): LogStanding | null => useStored(['log'], logStanding);
