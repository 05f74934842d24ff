import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';

/** What kind of machine this is, without anything that tells which. */
export const machineWords = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB, ${platform()}, Node ${process.versions.node}`;
};

/** How busy the machine is with this and everything else: processes that ran or waited to, over the last minute. */
export const loadWords = (): string => (loadavg()[0] ?? 0).toFixed(1);

const watched = 2_000;
const busyShare = 0.25;

const processorTimes = (): { readonly idle: number; readonly all: number } => {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, each) => sum + each.idle, 0);
  return { idle, all: times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle) };
};

/**
 * Whether others use more than a quarter of the processors. Call it while nothing of one’s own runs: the load average would count
 * what was measured just before, and excuse what falls short by itself.
 */
export const isBusy = async (): Promise<boolean> => {
  const before = processorTimes();
  await new Promise((resolve) => {
    setTimeout(resolve, watched);
  });
  const after = processorTimes();
  return 1 - (after.idle - before.idle) / (after.all - before.all) > busyShare;
};
