import { connect } from 'node:net';
import type { Clock } from '../../clock.ts';
import { lookupFor } from '../loopback.ts';
import type { AcceptSocket } from '../provider.ts';
import type { Registration } from './registration.ts';
import { createRelaySlot } from './relay-slot.ts';

// Longer than the pauses of a slot need to get past a short drop; no longer, as the relay may have forgotten our port.
const lostAfter = 4000;

export type RelayConnectionsPorts = {
  readonly registration: Registration;
  readonly accept: AcceptSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called at every connection made. */
  readonly onConnect: () => void;
  /** Called when no socket is open and the last attempt to have one came to nothing. */
  readonly onDoubt: () => void;
  /** Called once, when for 4 s no socket stayed open; nothing more is dialled from then on. */
  readonly onLost: () => void;
};

export type RelayConnections = { dispose(): void };

/**
 * Keeps as many plain TCP sockets open to the relay as it registered, and hands each to the listener as soon as it is
 * connected. The relay writes public HTTP requests into them (localtunnel/server, lib/TunnelAgent.js).
 */
export const createRelayConnections = (ports: RelayConnectionsPorts): RelayConnections => {
  const { registration, accept, clock, random } = ports;
  let connected = 0;
  let steady = 0;
  let cancelLost = (): void => {};

  const dispose = (): void => {
    cancelLost();
    for (const slot of slots) slot.dispose();
  };
  const watchForLoss = (): void => {
    cancelLost();
    cancelLost = clock.schedule(lostAfter, () => {
      dispose();
      ports.onLost();
    });
  };

  watchForLoss();
  const slots = Array.from({ length: registration.connectionLimit }, () =>
    createRelaySlot({
      dial: () =>
        connect({
          host: registration.address,
          port: registration.port,
          allowHalfOpen: false,
          ...lookupFor(registration.address),
        }),
      accept,
      clock,
      random,
      onConnect: () => {
        connected += 1;
        ports.onConnect();
      },
      onSteady: (isSteady) => {
        steady += isSteady ? 1 : -1;
        if (steady === 0) watchForLoss();
        else cancelLost();
      },
      onClosed: (ending) => {
        if (ending !== 'failed') connected -= 1;
        if (ending === 'used' && steady === 0) watchForLoss();
        if (ending !== 'used' && connected === 0) ports.onDoubt();
      },
      mayRenew: () => steady > 1,
    }),
  );
  return { dispose };
};
