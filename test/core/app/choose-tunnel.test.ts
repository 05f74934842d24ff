import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { portOf } from '../../../electron/simulator/relay/tunnel-port.ts';
import { createRelay } from '../../../electron/simulator/relay/relay.ts';
import { hookBody, visit } from '../tunnel/visitor.ts';
import { startApp } from './whole-app.ts';

const startRelay = async (): Promise<string> => {
  const relay = createRelay({});
  onTestFinished(() => relay.dispose());
  return (await relay.listen()).url;
};

/** A reverse proxy that serves the listener at `localUrl` below a path. */
const startProxy = async (localUrl: string, prefix: string): Promise<string> => {
  const { origin } = new URL(localUrl);
  const server = createServer((request, response) => {
    const pass = async (): Promise<void> => {
      const path = request.url ?? '';
      if (!path.startsWith(`${prefix}/`)) {
        response.writeHead(404).end();
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks);
      const method = request.method ?? 'GET';
      const answer = await fetch(`${origin}${path.slice(prefix.length)}`, { method, ...(body.length > 0 && { body }) });
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
    };
    pass().catch(() => response.destroy());
  });
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server.address())}${prefix}`;
};

test('a tunnel chosen in the settings is opened at once, proven, and kept', async () => {
  const host = await startRelay();
  const running = await startApp();
  expect(await running.ask('tunnel-settings', null)).toEqual({
    choice: { tunnel: 'off', tunnelHost: 'https://localtunnel.me', publicUrl: null },
    isFixed: false,
    localAddress: new URL(running.localUrl).origin,
  });
  await running.ask('choose-tunnel', { tunnel: 'localtunnel', tunnelHost: host, publicUrl: null });
  await running.line((line) => line.event === 'tunnel' && line.state === 'online');
  const { hookUrl = null } = running.linesOf('tunnel').at(-1) ?? {};
  expect((await visit(String(hookUrl), hookBody(7))).status).toBe(200);
  expect(running.settings.current()).toMatchObject({ tunnel: 'localtunnel', tunnelHost: host });
});

test('an own reverse proxy may serve the listener below a path', async () => {
  const running = await startApp();
  const address = await startProxy(running.localUrl, '/redbooth/hooks');
  await running.ask('choose-tunnel', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: `${address}/` });
  await running.line((line) => line.event === 'tunnel' && line.state === 'online' && line.url === address);
  const url = running.app.overview().hookUrls[0]?.url ?? '';
  expect(url.startsWith(`${address}/`)).toBe(true);
  expect((await visit(url, hookBody(7))).status).toBe(200);
});

test('changing the tunnel closes the one before: its address leads nowhere any more', async () => {
  const host = await startRelay();
  const running = await startApp({ settings: { tunnel: 'localtunnel', tunnelHost: host } });
  await running.line((line) => line.event === 'tunnel' && line.state === 'online');
  const url = running.app.overview().hookUrls[0]?.url ?? '';
  await running.ask('choose-tunnel', { tunnel: 'off', tunnelHost: host, publicUrl: null });
  expect(running.linesOf('tunnel').at(-1)).toMatchObject({ state: 'off', url: null, hookUrl: null });
  const answer = await visit(url, hookBody(7)).catch(() => ({ status: 0 }));
  expect(answer.status).not.toBe(200);
});

test('once hooks came by an address, another one puts up a notice, until a hook comes by it or the old one is back', async () => {
  const [first, second] = [await startRelay(), await startRelay()];
  const running = await startApp({ settings: { tunnel: 'localtunnel', tunnelHost: first } });
  const notices = () => running.app.overview().notices.map(({ id }) => id);
  const choose = async (tunnelHost: string): Promise<string> => {
    await running.ask('choose-tunnel', { tunnel: 'localtunnel', tunnelHost, publicUrl: null });
    const port = new URL(tunnelHost).port;
    await running.line(() => {
      const last = running.linesOf('tunnel').at(-1);
      return last?.state === 'online' && last.url?.endsWith(port) === true;
    });
    return running.app.overview().hookUrls[0]?.url ?? '';
  };
  await choose(first);
  await choose(second);
  expect(notices()).not.toContain('hook-url-changed');
  await visit(await choose(first), hookBody(7));
  const url = await choose(second);
  expect(notices()).toContain('hook-url-changed');
  await choose(first);
  expect(notices()).not.toContain('hook-url-changed');
  await choose(second);
  expect(notices()).toContain('hook-url-changed');
  await visit(url, hookBody(7));
  expect(notices()).not.toContain('hook-url-changed');
  // Somebody sat there and chose it: no notification.
  expect(running.notifier.raised.filter(({ title }) => !title.startsWith('Tasks changed'))).toEqual([]);
});

test.for([
  ['tunnel server', { tunnel: 'localtunnel', tunnelHost: 'ftp://relay.test', publicUrl: null }],
  ['tunnel server', { tunnel: 'localtunnel', tunnelHost: 'http://relay.test', publicUrl: null }],
  ['tunnel server', { tunnel: 'localtunnel', tunnelHost: 'https://relay.test/path', publicUrl: null }],
  ['public address', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: 'http://hooks.example.com' }],
  ['public address', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: 'https://a.test/?x=1' }],
  ['public address', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: 'hooks' }],
  ['public address', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: '' }],
  ['public address', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: null }],
] as const)(
  'a choice whose %s cannot be used is refused, names it, and changes nothing: %o',
  async ([field, choice]) => {
    const running = await startApp();
    const refusal = await running.refusal('choose-tunnel', choice);
    expect(refusal.code).toBe('settings-invalid');
    expect(refusal.message).toContain(field);
    expect(running.settings.current().tunnel).toBe('off');
    expect(running.linesOf('tunnel')).toHaveLength(1);
  },
);

test('a choice that flags fix is said to be fixed, and refused', async () => {
  const running = await startApp({ flags: { tunnelHost: 'https://relay.test' } });
  expect(await running.ask('tunnel-settings', null)).toMatchObject({ isFixed: true });
  expect(
    await running.refusal('choose-tunnel', { tunnel: 'off', tunnelHost: 'https://other.test', publicUrl: null }),
  ).toEqual({
    code: 'settings-invalid',
    message:
      'How changes reach you is fixed for this run by a flag or a settings file. Start the app without it to choose here.',
  });
});

test('the same choice again leaves the tunnel alone', async () => {
  const host = await startRelay();
  const running = await startApp({ settings: { tunnel: 'localtunnel', tunnelHost: host } });
  await running.line((line) => line.event === 'tunnel' && line.state === 'online');
  const before = running.linesOf('tunnel').length;
  await running.ask('choose-tunnel', { tunnel: 'localtunnel', tunnelHost: `${host}/`, publicUrl: '' });
  expect(running.linesOf('tunnel')).toHaveLength(before);
});
