import type { Socket } from 'node:net';
import type { Clock } from '../../clock.ts';
import type { AcceptSocket } from '../provider.ts';

const connectLimit = 10_000;
const steadyAfter = 1000;
const keepAliveDelay = 30_000;
const restLimit = 5 * 60_000;
const firstPause = 500;
const longestPause = 10_000;

export type RelaySlotPorts = {
  /** Begins one TCP connection to the relay. */
  readonly dial: () => Socket;
  readonly accept: AcceptSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** A connection was made; it may yet turn out to be dropped at once. */
  readonly onConnect: () => void;
  /** The slot has become steady (open for a second), or has ceased to be. */
  readonly onSteady: (isSteady: boolean) => void;
  /** A connection is closed: it did its work (it carried bytes), or was dropped before, or was never made. */
  readonly onClosed: (ending: 'used' | 'dropped' | 'failed') => void;
  /** Whether this slot's idle socket may be exchanged for a new one now. */
  readonly mayRenew: () => boolean;
};

/** One of the sockets a tunnel keeps open: always one, dialled anew whenever it closes. */
export type RelaySlot = { dispose(): void };

/**
 * Keeps one socket to the relay. After a socket that served, the next is dialled at once; after one that could not be
 * opened, or was dropped within a second without a byte (a relay that takes fewer than it offers), after 0.5, 1, 2 … 10 s.
 * A socket idle for 5 minutes is exchanged, as something between may have forgotten it.
 */
export const createRelaySlot = (ports: RelaySlotPorts): RelaySlot => {
  let failures = 0;
  let isDisposed = false;
  let socket: Socket | null = null;
  let cancelTimer = (): void => {};

  const after = (delay: number, task: () => void): void => {
    cancelTimer();
    cancelTimer = ports.clock.schedule(delay, task);
  };

  const renewLater = (idle: Socket): void =>
    after(restLimit * (1 + ports.random() * 0.2), () => {
      if (idle.bytesRead === 0 && ports.mayRenew()) idle.destroy();
      else renewLater(idle);
    });

  const open = (): void => {
    const dialled = ports.dial();
    let isSteady = false;
    let wasConnected = false;
    socket = dialled;
    // 'close' follows every error and says enough; without a listener the error would end the process.
    dialled.on('error', () => {});
    dialled.once('close', () => {
      cancelTimer();
      if (isDisposed) return;
      const carried = dialled.bytesRead > 0;
      failures = isSteady || carried ? 0 : failures + 1;
      if (isSteady) ports.onSteady(false);
      if (failures === 0) open();
      else after(pauseAfter(failures, ports.random()), open);
      ports.onClosed(carried ? 'used' : wasConnected ? 'dropped' : 'failed');
    });
    after(connectLimit, () => dialled.destroy());
    dialled.once('connect', () => {
      wasConnected = true;
      dialled.setKeepAlive(true, keepAliveDelay);
      dialled.setNoDelay(true);
      after(steadyAfter, () => {
        isSteady = true;
        failures = 0;
        ports.onSteady(true);
        renewLater(dialled);
      });
      ports.accept(dialled);
      ports.onConnect();
    });
  };

  open();
  return {
    dispose: () => {
      isDisposed = true;
      cancelTimer();
      socket?.destroy();
    },
  };
};

/** With jitter, so that the slots do not knock all at the same moment. */
const pauseAfter = (failures: number, random: number): number =>
  Math.min(longestPause, firstPause * 2 ** (failures - 1)) * (0.5 + random / 2);
