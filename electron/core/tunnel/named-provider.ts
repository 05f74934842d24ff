import type { Clock } from '../clock.ts';
import { createDeadline } from './deadline.ts';
import type { TunnelProvider } from './provider.ts';
import type { TunnelNames } from './tunnel-names.ts';

const openLimit = 14_500;

export type NamedProviderPorts = {
  readonly names: TunnelNames;
  /** The provider that asks for one name. */
  readonly withName: (name: string) => TunnelProvider;
  readonly clock: Clock;
  /** A new name is granted and kept; said before `open` settles, as is the other. */
  readonly onRenamed: () => void;
  readonly onFailed: () => void;
};

/**
 * A provider that keeps its name as long as there is any hope. One that is lost is still asked for first, and given up
 * only at the moment at which the relay grants another: a relay that refuses every name does not cost us ours.
 */
export const createNamedProvider = ({
  names,
  withName,
  clock,
  onRenamed,
  onFailed,
}: NamedProviderPorts): TunnelProvider => ({
  kind: 'localtunnel',
  open: async (signal, onDoubt) => {
    const deadline = createDeadline(clock, openLimit, signal);
    try {
      const opening = await withName(names.current()).open(deadline.signal, onDoubt);
      if (opening.ok) {
        names.regain();
        return opening;
      }
      const replacement = opening.trouble.cause === 'name-taken' ? names.replacement() : null;
      const replaced =
        replacement === null || deadline.signal.aborted
          ? opening
          : await withName(replacement).open(deadline.signal, onDoubt);
      if (replacement === null || !replaced.ok) {
        onFailed();
        return opening;
      }
      names.take(replacement);
      onRenamed();
      return replaced;
    } finally {
      deadline.dispose();
    }
  },
});
