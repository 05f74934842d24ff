import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import type { Settings } from '../settings/settings.ts';
import { createTunnelProvider } from './choose-provider.ts';
import type { AcceptSocket } from './provider.ts';
import type { SelfTest } from './self-test.ts';
import { createTunnelSupervisor } from './supervisor.ts';
import { createTunnelNames } from './tunnel-names.ts';
import type { TunnelState, TunnelSupervisor } from './tunnel-state.ts';

export type ReachabilityPorts = {
  /** Read whenever a tunnel is made. */
  readonly settings: () => Pick<Settings, 'hookSource' | 'tunnel' | 'tunnelHost' | 'publicUrl'>;
  readonly database: DatabaseSync;
  readonly fetch: Fetch;
  readonly accept: AcceptSocket;
  readonly selfTest: SelfTest;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Told once at the start and then at every difference, `provenAt` included. */
  readonly onState: (state: TunnelState) => void;
  /** The tunnel's name is lost for good and a new one is granted. Told before the state that has its address. */
  readonly onRenamed: () => void;
};

/** The one tunnel of the app, whatever way the settings name. */
export type TunnelReachability = TunnelSupervisor & {
  /** Closes the tunnel at hand and opens the one that the settings name now. Settles when the old one is closed. */
  replace(): Promise<void>;
};

/**
 * Composes names, provider and supervisor. When the supervisor calls the name lost, which it does after it was refused for at
 * least 90 s awake, a new one is asked for at once. Granted: the state is `name-lost` with the new address until that is
 * proven. Not granted, or one was taken within the last hour: the old one is asked for on and on.
 */
export const createReachability = (ports: ReachabilityPorts): TunnelReachability => {
  const { settings, database, selfTest, clock, random, log } = ports;
  const names = createTunnelNames(database, clock, log);
  let shown: TunnelState | null = null;
  /** `name-lost` that is not shown before it is known whether there is a new address. */
  let held: TunnelState | null = null;
  let isRenamed = false;
  let isStarted = false;
  let isDisposed = false;

  const show = (state: TunnelState): void => {
    shown = state;
    ports.onState(state);
  };
  const showHeld = (): void => {
    if (held === null) return;
    const state = held;
    held = null;
    show(state);
  };
  const onRenamed = (): void => {
    held = null;
    isRenamed = true;
    log.warn('The name of the tunnel is lost; the tunnel server has granted a new one.');
    ports.onRenamed();
  };

  const supervise = (): TunnelSupervisor => {
    let wasLost = false;
    const made: TunnelSupervisor = createTunnelSupervisor({
      provider: createTunnelProvider({ ...ports, settings: settings(), names, onRenamed, onFailed: showHeld }),
      selfTest,
      clock,
      random,
      log,
      onState: (state) => {
        // The last words of one that was replaced.
        if (made !== supervisor) return;
        if (state.state === 'name-lost' && !wasLost) {
          wasLost = true;
          names.lose();
          if (names.replacement() !== null) {
            held = state;
            made.wake();
            return;
          }
        }
        held = null;
        if (state.state !== 'name-lost') wasLost = false;
        if (state.state !== 'connecting') isRenamed = false;
        show(isRenamed ? { ...state, state: 'name-lost', cause: 'name-taken' } : state);
      },
    });
    return made;
  };
  let supervisor = supervise();
  let replacing = Promise.resolve();

  const replaceNow = async (): Promise<void> => {
    const old = supervisor;
    await old.dispose();
    if (isDisposed) return;
    held = null;
    isRenamed = false;
    names.regain();
    supervisor = supervise();
    if (isStarted) supervisor.start();
  };

  return {
    start: () => {
      isStarted = true;
      supervisor.start();
    },
    wake: () => supervisor.wake(),
    current: () => shown ?? supervisor.current(),
    test: async () => {
      const asked = supervisor;
      const state = await asked.test();
      return shown ?? state;
    },
    replace: () => {
      // One after the other: two tunnels at once would ask for the same name.
      replacing = replacing.then(replaceNow);
      return replacing;
    },
    dispose: async () => {
      isDisposed = true;
      await replacing;
      await supervisor.dispose();
    },
  };
};
