import { readFileSync, readdirSync } from 'node:fs';

const mebi = 1024;
/** Linux counts processor time in hundredths of a second. */
const tick = 10;

const field = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

/** A file of a process; empty when it is gone. */
const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** A process and all that it started, directly or not. */
const familyOf = (pid: number): readonly number[] => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(/\) \S (\d+)/.exec(read(Number(name), 'stat'))?.[1] ?? 0));
  }
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
};

/** Whether this system tells: Linux does. */
export const canReadMemory = (): boolean => read(process.pid, 'smaps_rollup') !== '';

/** Resident memory of one process, in MiB. */
export const residentMemory = (pid: number): number => field(read(pid, 'status'), 'VmRSS') / mebi;

/** Of it what is no file’s, in MiB: without the program itself, which all that run it share. */
export const anonymousMemory = (pid: number): number => field(read(pid, 'status'), 'RssAnon') / mebi;

/** Memory that nobody else shares, of a process and all that it started, in MiB. */
export const privateMemory = (pid: number): number =>
  familyOf(pid)
    .map((member) => read(member, 'smaps_rollup'))
    .reduce((sum, text) => sum + field(text, 'Private_Clean') + field(text, 'Private_Dirty'), 0) / mebi;

/** How often the main thread of a process went to sleep since it began: each time something woke it before. */
export const sleeps = (pid: number): number =>
  Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(pid, `task/${pid}/status`))?.[1] ?? Number.NaN);

/** Time that a process has had on processors, in ms; whatever else runs, it counts its own alone. Not a number where the system does not tell. */
export const processorTime = (pid: number): number => {
  const [, user = '', system = ''] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(read(pid, 'stat')) ?? [];
  return user === '' ? Number.NaN : (Number(user) + Number(system)) * tick;
};
