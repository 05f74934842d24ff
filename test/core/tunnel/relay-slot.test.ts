import { once } from 'node:events';
import { Socket, connect, createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createRelayConnections } from '../../../electron/core/tunnel/localtunnel/connections.ts';
import { createRelaySlot } from '../../../electron/core/tunnel/localtunnel/relay-slot.ts';
import { portOf } from '../../../electron/simulator/relay/tunnel-port.ts';
import { type FakeClock, createFakeClock } from '../../fakes/clock.ts';

const listen = async (serve: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return portOf(server.address());
};

/** A port that refuses: it was free a moment ago. */
const refusingPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
};

const keepSlot = (
  dial: () => Socket,
  mayRenew = true,
): { clock: FakeClock; dialled: Socket[]; closed: (count: number) => Promise<void>; dispose: () => void } => {
  const clock = createFakeClock();
  const dialled: Socket[] = [];
  const slot = createRelaySlot({
    dial: () => {
      const socket = dial();
      dialled.push(socket);
      return socket;
    },
    accept: (socket) => socket.resume(),
    clock,
    random: () => 1,
    onConnect: () => {},
    onSteady: () => {},
    onClosed: () => {},
    mayRenew: () => mayRenew,
  });
  onTestFinished(() => slot.dispose());
  return {
    clock,
    dialled,
    closed: (count) =>
      vi.waitFor(() => {
        expect(dialled).toHaveLength(count);
        expect(dialled.at(-1)?.closed).toBe(true);
      }),
    dispose: () => slot.dispose(),
  };
};

test.for([
  ['refuses', refusingPort],
  ['closes every socket at once', () => listen((socket) => socket.destroy())],
] as const)('a relay that %s is dialled again after 0.5, 1, 2 … 10 s', async ([, open]) => {
  const port = await open();
  const { clock, dialled, closed } = keepSlot(() => connect(port, '127.0.0.1'));
  for (const [place, pause] of [500, 1000, 2000, 4000, 8000, 10_000, 10_000].entries()) {
    await closed(place + 1);
    await clock.advance(pause - 1);
    expect(dialled).toHaveLength(place + 1);
    await clock.advance(1);
    expect(dialled).toHaveLength(place + 2);
  }
});

test('a socket that served is followed by the next at once', async () => {
  let served = 0;
  const port = await listen((socket) => {
    served += 1;
    if (served <= 3) socket.end('GET / HTTP/1.1\r\n\r\n');
  });
  const { dialled } = keepSlot(() => connect(port, '127.0.0.1'));
  await vi.waitFor(() => expect(served).toBe(4));
  expect(dialled).toHaveLength(4);
});

test('a socket that was open for a second is followed by the next at once', async () => {
  const accepted: Socket[] = [];
  const port = await listen((socket) => accepted.push(socket));
  const { clock, dialled } = keepSlot(() => connect(port, '127.0.0.1'));
  await vi.waitFor(() => expect(accepted).toHaveLength(1));
  await vi.waitFor(() => expect(dialled[0]?.connecting).toBe(false));
  await clock.advance(1000);
  accepted[0]?.destroy();
  await vi.waitFor(() => expect(dialled).toHaveLength(2));
});

test('a socket that does not connect within ten seconds is given up', async () => {
  const { clock, dialled } = keepSlot(() => new Socket());
  await clock.advance(9999);
  expect(dialled[0]?.destroyed).toBe(false);
  await clock.advance(1);
  expect(dialled[0]?.destroyed).toBe(true);
  await clock.advance(500);
  expect(dialled).toHaveLength(2);
});

test.for([
  [true, 2],
  [false, 1],
] as const)('a socket idle for five minutes is exchanged, if others stand in: %s', async ([mayRenew, sockets]) => {
  const port = await listen(() => {});
  const { clock, dialled } = keepSlot(() => connect(port, '127.0.0.1'), mayRenew);
  await vi.waitFor(() => expect(dialled[0]?.connecting).toBe(false));
  await clock.advance(1000);
  await clock.advance(6 * 60_000);
  expect(dialled).toHaveLength(sockets);
});

test('disposing closes the socket and leaves no timer', async () => {
  const port = await listen(() => {});
  const { clock, dialled, dispose, closed } = keepSlot(() => connect(port, '127.0.0.1'));
  await vi.waitFor(() => expect(dialled[0]?.connecting).toBe(false));
  dispose();
  await closed(1);
  expect(clock.waiting()).toBe(0);
});

test('connections of which none stays open for four seconds are lost, and then left', async () => {
  const clock = createFakeClock();
  const lost = vi.fn<() => void>();
  const connections = createRelayConnections({
    registration: {
      url: 'http://name.relay.test',
      address: '127.0.0.1',
      port: await listen((socket) => socket.destroy()),
      connectionLimit: 3,
    },
    accept: (socket) => socket.resume(),
    clock,
    random: () => 1,
    onConnect: () => {},
    onDoubt: () => {},
    onLost: lost,
  });
  onTestFinished(() => connections.dispose());
  await clock.advance(3999);
  expect(lost).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(lost).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(clock.waiting()).toBe(0));
});
