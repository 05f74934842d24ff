import type { NetworkInterfaceInfo } from 'node:os';
import type { Clock } from '../core/clock.ts';

export type NetworkWatchPorts = {
  readonly interfaces: () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  readonly clock: Clock;
  readonly onChange: () => void;
};

const interval = 10_000;

/** Tells when this machine’s own addresses changed: another network, or one that is back. No system says so by itself. */
export const watchNetwork = ({ interfaces, clock, onChange }: NetworkWatchPorts): { dispose(): void } => {
  const addresses = (): string =>
    Object.values(interfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }) => address)
      .sort()
      .join(' ');
  let known = addresses();
  let cancel = (): void => undefined;
  const watch = (): void => {
    cancel = clock.schedule(interval, () => {
      watch();
      const now = addresses();
      if (now === known) return;
      known = now;
      // Without any address there is nothing to try.
      if (now !== '') onChange();
    });
  };
  watch();
  return { dispose: () => cancel() };
};
