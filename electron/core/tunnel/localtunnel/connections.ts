import { connect } from 'node:net';
import type { Clock } from '../../clock.ts';
import { lookupFor } from '../loopback.ts';
import type { AcceptSocket } from '../provider.ts';
import type { Registration } from './registration.ts';
import { createRelaySlot } from './relay-slot.ts';

const lostAfter = 10_000;

export type RelayConnectionsPorts = {
  readonly registration: Registration;
  readonly accept: AcceptSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called at every connection made. */
  readonly onConnect: () => void;
  /** Called once, when for 10 s no socket stayed open; nothing more is dialled from then on. */
  readonly onLost: () => void;
};

export type RelayConnections = { dispose(): void };

/**
 * Keeps as many plain TCP sockets open to the relay as it registered, and hands each to the listener as soon as it is
 * connected. The relay writes public HTTP requests into them (localtunnel/server, lib/TunnelAgent.js).
 */
export const createRelayConnections = (ports: RelayConnectionsPorts): RelayConnections => {
  const { registration, accept, clock, random } = ports;
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
      onConnect: ports.onConnect,
      onSteady: (isSteady) => {
        steady += isSteady ? 1 : -1;
        if (steady === 0) watchForLoss();
        else cancelLost();
      },
      onUsed: () => {
        if (steady === 0) watchForLoss();
      },
      mayRenew: () => steady > 1,
    }),
  );
  return { dispose };
};
