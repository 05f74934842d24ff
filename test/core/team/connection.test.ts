import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { connectTeam } from '../../../electron/core/team/connection.ts';

/** A server that answers everybody with this error. */
const startRefusing = async (error: string): Promise<string> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('INFO {"server_id":"S","version":"2.9.10","proto":1,"max_payload":1024,"headers":true}\r\n');
    socket.once('data', () => socket.end(`-ERR '${error}'\r\n`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `127.0.0.1:${address.port}`;
};

it.each([
  ['Authorization Violation', { code: 'team-refused', isFinal: true }],
  // A server to which hundreds come back at once is slow, and says nothing of their credentials.
  ['Authentication Timeout', { code: 'team-unreachable', isFinal: false }],
])('a server that answers “%s” is told as %o', async (error, trouble) => {
  const servers = { addresses: [await startRefusing(error)], needsTls: false };
  const connected = await connectTeam({ servers, user: 'ada', authenticator: null, certificates: null });
  expect(connected).toMatchObject({ ok: false, failure: trouble });
});
