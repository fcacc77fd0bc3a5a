import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes of a browser, from `/proc`: the one that owns the profile and all that it started. */
function processesOf(profile: string): number[] {
  const parents = new Map<number, number>();
  let root: number | undefined;
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      parents.set(pid, Number(parent));
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='))) root = pid;
    } catch {
      // It ended between being listed and being read.
    }
  }
  const isOf = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isOf(parents.get(pid)));
  return root === undefined ? [] : [...parents.keys()].filter(isOf);
}

/** Bytes of memory that a process has for itself, with its share of what it shares (PSS). */
function proportionalSize(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s*(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function isExtensionProcess(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false;
  }
}

/** Memory of a browser at one moment, bytes: its extension processes, and all of its processes. */
export interface BrowserMemory {
  extension: number;
  all: number;
}

function memoryOf(processes: readonly number[]): BrowserMemory {
  const memory: BrowserMemory = { extension: 0, all: 0 };
  for (const pid of processes) {
    const size = proportionalSize(pid);
    memory.all += size;
    if (isExtensionProcess(pid)) memory.extension += size;
  }
  return memory;
}

/** What a browser holds now; null where there is no `/proc` to read it from. */
export function browserMemory(profile: string): BrowserMemory | null {
  return existsSync('/proc/self/smaps_rollup') ? memoryOf(processesOf(profile)) : null;
}

/** Clock ticks of CPU time a second on Linux. */
const TICKS = 100;

/** CPU time that a browser has used so far, all of its processes, ms; null where there is no `/proc`. */
export function cpuTimeOf(profile: string): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  let ticks = 0;
  for (const pid of processesOf(profile)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // User and system time, the 14th and 15th field; the second one is a name in brackets that may hold spaces.
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      ticks += Number(user) + Number(system);
    } catch {
      // It ended between being listed and being read.
    }
  }
  return (ticks * 1000) / TICKS;
}

/** How often the list of processes is made anew, in milliseconds. */
const LIST_MS = 1000;

/**
 * How much more memory than when `idle` a browser holds at most while `work` runs, read every `everyMs`; null where there is no
 * `/proc`.
 * @param profile folder of the browser's profile
 */
export async function growthDuring(
  profile: string,
  work: () => Promise<unknown>,
  { idle = browserMemory(profile), everyMs = 30 }: { idle?: BrowserMemory | null; everyMs?: number } = {},
): Promise<BrowserMemory | null> {
  if (!idle) {
    await work();
    return null;
  }
  const growth: BrowserMemory = { extension: 0, all: 0 };
  let processes = processesOf(profile);
  const lister = setInterval(() => {
    processes = processesOf(profile);
  }, LIST_MS);
  const reader = setInterval(() => {
    const now = memoryOf(processes);
    growth.extension = Math.max(growth.extension, now.extension - idle.extension);
    growth.all = Math.max(growth.all, now.all - idle.all);
  }, everyMs);
  try {
    await work();
  } finally {
    clearInterval(lister);
    clearInterval(reader);
  }
  return growth;
}
