import localtunnel from 'localtunnel';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { portOf } from '../../../electron/simulator/relay/tunnel-port.ts';
import { type Relay, type RelayOptions, createRelay } from '../../../electron/simulator/relay/relay.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { visit } from '../../core/tunnel/visitor.ts';

const startRelay = async (options: RelayOptions = {}): Promise<{ relay: Relay; url: string; port: number }> => {
  const relay = createRelay(options);
  onTestFinished(() => relay.dispose());
  return { relay, ...(await relay.listen()) };
};

const register = async (url: string): Promise<{ status: number; body: { [key: string]: unknown } }> => {
  const { status, body } = await visit(url);
  return { status, body: JSON.parse(body) };
};

const dial = async (port: unknown): Promise<Socket> => {
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
};

test('the localtunnel package works against it', async () => {
  const { url, port } = await startRelay();
  const local = createServer((request, response) => response.end(`you asked ${request.url}`));
  local.listen(0, '127.0.0.1');
  await once(local, 'listening');
  onTestFinished(() => void local.close());
  const client = await localtunnel({
    host: url,
    subdomain: 'package',
    port: portOf(local.address()),
    local_host: '127.0.0.1',
  });
  client.on('error', () => {});
  onTestFinished(() => client.close());
  expect(client.url).toBe(`http://package.localhost:${port}`);
  for (const path of ['/a', '/b', '/c'])
    expect(await visit(`${client.url}${path}`)).toEqual({ status: 200, body: `you asked ${path}` });
});

test('a registration answers with the fields of localtunnel’s protocol', async () => {
  const { url, port } = await startRelay();
  expect(await register(`${url}/some-name`)).toEqual({
    status: 200,
    body: {
      id: 'some-name',
      port: expect.any(Number),
      max_conn_count: 10,
      url: `http://some-name.localhost:${port}`,
    },
  });
});

test('a registration without a wish gets a name', async () => {
  const { url } = await startRelay();
  expect((await register(`${url}/?new`)).body['id']).toMatch(/^[a-z0-9-]+$/);
});

test('a malformed name is refused with 403 and a message', async () => {
  const { url } = await startRelay();
  expect(await register(`${url}/No_Name`)).toEqual({ status: 403, body: { message: expect.any(String) } });
});

test('a name in use is not given twice', async () => {
  const { url } = await startRelay();
  await register(`${url}/some-name`);
  expect((await register(`${url}/some-name`)).body['id']).not.toBe('some-name');
});

test('a name is free again a grace time after the last socket is gone', async () => {
  const clock = createFakeClock();
  const { url } = await startRelay({ clock, graceTime: 5000 });
  const { body } = await register(`${url}/some-name`);
  const socket = await dial(body['port']);
  await vi.waitFor(() => expect(clock.waiting()).toBe(0));
  socket.destroy();
  await vi.waitFor(() => expect(clock.waiting()).toBe(1));
  await clock.advance(4999);
  expect((await register(`${url}/some-name`)).body['id']).not.toBe('some-name');
  await clock.advance(1);
  expect((await register(`${url}/some-name`)).body['id']).toBe('some-name');
});

test('a visitor of a name nobody holds gets 404', async () => {
  const { port } = await startRelay();
  expect(await visit(`http://some-name.localhost:${port}/`)).toEqual({ status: 404, body: '404' });
});

test('a visitor gets 503 when the client brings no socket within five seconds', async () => {
  const clock = createFakeClock();
  const { url, port } = await startRelay({ clock, graceTime: 60_000 });
  await register(`${url}/some-name`);
  const answer = visit(`http://some-name.localhost:${port}/`);
  await vi.waitFor(() => expect(clock.waiting()).toBe(2));
  await clock.advance(5000);
  expect((await answer).status).toBe(503);
});

test('a socket beyond the limit is closed', async () => {
  const { url } = await startRelay({ connectionLimit: 2 });
  const { body } = await register(`${url}/some-name`);
  const first = await dial(body['port']);
  await dial(body['port']);
  await once(await dial(body['port']), 'close');
  expect(first.destroyed).toBe(false);
});

test('what a visitor sends reaches the client byte by byte', async () => {
  const { url, port } = await startRelay();
  const client = await dial((await register(`${url}/some-name`)).body['port']);
  const visitor = await dial(port);
  const sent = `POST /x?y HTTP/1.1\r\nhOST: some-name.localhost:${port}\r\nX-Odd:  é \r\nContent-Length: 3\r\n\r\n\u0000ÿ!`;
  visitor.write(sent, 'latin1');
  let got = '';
  client.on('data', (chunk: Buffer) => {
    got += chunk.toString('latin1');
  });
  await vi.waitFor(() => expect(got).toBe(sent));
});

test('after a refusal is healed, the same ports take connections again', async () => {
  const { relay, url } = await startRelay();
  const { body } = await register(`${url}/some-name`);
  relay.fault('refuse');
  await expect(visit(`${url}/other-name`)).rejects.toThrow('ECONNREFUSED');
  await expect(dial(body['port'])).rejects.toThrow('ECONNREFUSED');
  relay.fault(null);
  await vi.waitFor(async () => expect((await register(`${url}/other-name`)).status).toBe(200));
  await dial(body['port']);
});
