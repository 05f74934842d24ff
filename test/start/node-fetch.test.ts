import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { BodyTooLong, readText } from '../../electron/core/redbooth/body.ts';
import { portOf } from '../../electron/simulator/relay/tunnel-port.ts';
import { nodeFetch } from '../../electron/start/node-fetch.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const startServer = async (answer: Answer): Promise<string> => {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server.address())}/`;
};

test('an answer has its status, its headers by any case, and its body', async () => {
  const url = await startServer((_request, response) => response.writeHead(404, { ETag: '"a"' }).end('“nothing”'));
  const reply = await nodeFetch(url, {});
  expect([reply.ok, reply.status, reply.headers.get('etag'), reply.headers.get('Date') === null]).toEqual([
    false,
    404,
    '"a"',
    false,
  ]);
  expect(reply.headers.get('x-missing')).toBeNull();
  expect(await readText(reply, 1_000)).toBe('“nothing”');
});

test('what is sent arrives, with its length', async () => {
  const url = await startServer((request, response) => {
    const { 'content-length': length, authorization } = request.headers;
    response.write(`${request.method} ${length} ${authorization} `);
    request.pipe(response);
  });
  const reply = await nodeFetch(url, { method: 'POST', headers: { Authorization: 'Bearer t' }, body: 'ä' });
  expect(await readText(reply, 1_000)).toBe('POST 2 Bearer t ä');
});

test('a packed body is unpacked, and its limit counts what came out', async () => {
  const url = await startServer((request, response) =>
    response
      .writeHead(200, { 'Content-Encoding': request.headers['accept-encoding'] })
      .end(gzipSync('a'.repeat(100_000))),
  );
  expect(await readText(await nodeFetch(url, {}), 100_000)).toHaveLength(100_000);
  await expect(readText(await nodeFetch(url, {}), 99_999)).rejects.toThrow(BodyTooLong);
});

test('a packed body that is damaged is an error', async () => {
  const url = await startServer((_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('this is not packed'),
  );
  await expect(readText(await nodeFetch(url, {}), 1_000)).rejects.toThrow('incorrect header check');
});

test.for([204, 304])('an answer %i has no body', async (status) => {
  const url = await startServer((_request, response) => response.writeHead(status).end());
  expect((await nodeFetch(url, {})).body).toBeNull();
});

test.for([301, 302, 303, 307, 308])('a redirect by %i is an error, and is not followed', async (status) => {
  const asked: (string | undefined)[] = [];
  const url = await startServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status, { Location: '/elsewhere' }).end();
  });
  await expect(nodeFetch(url, {})).rejects.toThrow('redirect');
  expect(asked).toEqual(['/']);
});

test('an abort ends the wait for an answer, and the reading of a body', async () => {
  const url = await startServer((request, response) => {
    if (request.url === '/begun') response.write('begun');
  });
  const first = new AbortController();
  const asked = nodeFetch(url, { signal: first.signal });
  first.abort();
  await expect(asked).rejects.toThrow('abort');
  const second = new AbortController();
  const reply = await nodeFetch(`${url}begun`, { signal: second.signal });
  const read = readText(reply, 1_000);
  second.abort();
  await expect(read).rejects.toThrow('abort');
});

test('a body that breaks off is an error', async () => {
  const url = await startServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('begun');
    response.socket?.end();
  });
  await expect(readText(await nodeFetch(url, {}), 1_000)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a server that takes no connection is told by its code', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server.address())}/`;
  server.close();
  await once(server, 'close');
  await expect(nodeFetch(url, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test.for([
  ['GET', 'is asked once more'],
  ['POST', 'is not sent twice'],
] as const)('%s over a kept connection that the server closes %s', async ([method]) => {
  const asked: string[] = [];
  const seen = new WeakSet<object>();
  const url = await startServer((request, response) => {
    asked.push(request.method ?? '');
    // What comes second over a connection finds it closed.
    if (seen.has(request.socket)) request.socket.resetAndDestroy();
    else response.end('answered');
    seen.add(request.socket);
  });
  await readText(await nodeFetch(url, {}), 1_000);
  const reply = nodeFetch(url, { method });
  if (method === 'GET') expect(await readText(await reply, 1_000)).toBe('answered');
  else await expect(reply).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(asked).toEqual(method === 'GET' ? ['GET', 'GET', 'GET'] : ['GET', 'POST']);
});
