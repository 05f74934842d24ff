import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../electron/core/clock.ts';
import { createNonces } from '../../electron/core/hooks/nonces.ts';
import { readText } from '../../electron/core/redbooth/body.ts';
import { register } from '../../electron/core/tunnel/localtunnel/registration.ts';
import { createSelfTest } from '../../electron/core/tunnel/self-test.ts';
import { portOf } from '../../electron/simulator/relay/tunnel-port.ts';
import { followEnvironmentProxy } from '../../electron/start/environment-proxy.ts';
import { startProxyServer } from './proxy-server.ts';

const never = new AbortController().signal;

/** A server that says which host it was asked for, on all of loopback. */
const startTarget = async (): Promise<number> => {
  const server = createServer((request, response) => response.end(`you asked ${request.headers.host}`));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return portOf(server.address());
};
const follow = (environment: Readonly<Record<string, string>>) => {
  const proxy = followEnvironmentProxy(environment);
  if (!proxy.ok) throw new Error(proxy.failure);
  onTestFinished(() => proxy.value?.dispose());
  return proxy.value;
};
const setUp = async () => {
  const target = await startTarget();
  return { target, proxy: await startProxyServer(target) };
};

test.for(['HTTP_PROXY', 'http_proxy'])('%s is followed for plain http', async (name) => {
  const { target, proxy } = await setUp();
  const answer = await follow({ [name]: proxy.url })?.fetch('http://relay.test/name', {});
  expect(answer && (await readText(answer, 1_000))).toBe('you asked relay.test');
  expect(proxy.asked).toHaveLength(1);
  expect(proxy.asked[0]).toContain('relay.test');
  expect(target).toBeGreaterThan(0);
});

test.for(['HTTPS_PROXY', 'https_proxy'])('%s is followed for https', async (name) => {
  const { proxy } = await setUp();
  // The target speaks no TLS: that it was asked by way of the proxy is what counts.
  await follow({ [name]: proxy.url })
    ?.fetch('https://redbooth.test/api/3/me', {})
    .catch(() => null);
  expect(proxy.asked).toEqual(['CONNECT redbooth.test:443']);
});

test('lower case wins over upper case', async () => {
  const [first, second] = [await setUp(), await setUp()];
  await follow({ HTTP_PROXY: first.proxy.url, http_proxy: second.proxy.url })?.fetch('http://relay.test/', {});
  expect([first.proxy.asked.length, second.proxy.asked.length]).toEqual([0, 1]);
});

test('an address without a scheme is that of an http proxy', async () => {
  const { proxy } = await setUp();
  await follow({ http_proxy: proxy.url.replace('http://', '') })?.fetch('http://relay.test/', {});
  expect(proxy.asked).toHaveLength(1);
});

test.for(['127.0.0.1', '127.0.0.2', '127.8.9.1', 'localhost'])('%s never goes through a proxy', async (host) => {
  const { target, proxy } = await setUp();
  const followed = follow({ http_proxy: proxy.url, https_proxy: proxy.url });
  // Another address of loopback may not be served; what counts is who was asked.
  await followed?.fetch(`http://${host}:${target}/`, {}).catch(() => null);
  expect(proxy.asked).toEqual([]);
  await followed?.fetch('http://relay.test/', {});
  expect(proxy.asked).toHaveLength(1);
});

test.for(['NO_PROXY', 'no_proxy'])('what %s names is reached directly', async (name) => {
  const { proxy } = await setUp();
  const followed = follow({ http_proxy: proxy.url, [name]: 'intranet.test,.corp.test' });
  await followed?.fetch('http://intranet.test/', {}).catch(() => null);
  await followed?.fetch('http://a.corp.test/', {}).catch(() => null);
  expect(proxy.asked).toEqual([]);
});

test.for([{}, { http_proxy: '' }, { http_proxy: 'http://127.0.0.1:9', no_proxy: '*' }])(
  'without a proxy in force nothing is changed: %o',
  (environment) => {
    expect(followEnvironmentProxy(environment)).toEqual({ ok: true, value: null });
  },
);

test.for([
  ['HTTPS_PROXY', 'socks5://127.0.0.1:1080'],
  ['HTTP_PROXY', 'http://'],
] as const)('%s that names no http proxy is refused by its name: %s', ([name, address]) => {
  const proxy = followEnvironmentProxy({ [name]: address });
  expect(proxy).toMatchObject({ ok: false, failure: expect.stringContaining(name) });
});

test('the registration at a relay goes through the proxy, and so does the proof of reachability', async () => {
  const nonces = createNonces({ clock: systemClock });
  const server = createServer((request, response) => {
    const nonce = nonces.answer(request.url ?? '');
    const granted = { id: 'name', port: 1, max_conn_count: 1, url: 'http://name.relay.test' };
    response.end(nonce ?? JSON.stringify(granted));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await startProxyServer(portOf(server.address()));
  const followed = follow({ http_proxy: proxy.url });
  const clock = systemClock;
  const registered = await register(
    { fetch: (url, init) => followed?.fetch(url, init) ?? Promise.reject(new Error('no proxy')), clock },
    { host: 'http://relay.test', name: 'name' },
    never,
  );
  expect(registered).toMatchObject({ ok: true });
  const selfTest = createSelfTest({ issueNonce: () => nonces.issue(), clock });
  expect(await selfTest.prove('http://name.relay.test', never)).toMatchObject({ outcome: 'proven' });
  expect(proxy.asked).toHaveLength(2);
});
