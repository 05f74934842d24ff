import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody used on this machine a moment ago: for what has to be told its port. */
export const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
};
