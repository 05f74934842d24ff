import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';

/** What kind of machine this is, without anything that tells which. */
export const machineWords = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB, ${platform()}, Node ${process.versions.node}`;
};

/** How busy the machine is with this and everything else: processes that ran or waited to, over the last minute. */
export const loadWords = (): string => (loadavg()[0] ?? 0).toFixed(1);

/** Whether more wants to run than there are cores: times are then worse than they are. */
export const isBusy = (): boolean => (loadavg()[0] ?? 0) > availableParallelism();
