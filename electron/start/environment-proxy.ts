import * as http from 'node:http';
import { isLoopbackHost } from '../core/tunnel/loopback.ts';
import type { Fetch } from '../core/redbooth/client-port.ts';
import { type Result, fail, succeed } from '../contract/index.ts';
import { nodeFetch } from './node-fetch.ts';

/** Node’s client, by way of the proxy that the environment names. */
export type EnvironmentProxy = {
  readonly fetch: Fetch;
  /** Has Node's client connect without a proxy again. */
  dispose(): void;
};

type Environment = Readonly<Record<string, string | undefined>>;

const alwaysDirect = ['localhost', '.localhost', '127.0.0.1', '::1', '[::1]'];

/** The first that is set, as lower case wins over upper case (curl and Node do the same). */
const variable = (environment: Environment, name: string): string | null =>
  [environment[name], environment[name.toUpperCase()]].find((value) => value !== undefined && value !== '') ?? null;

/** Reads a proxy's address as curl does: `host:port` is http. Null unless it is an http or https address. */
const readProxy = (text: string): string | null => {
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
};

/**
 * Has Node's client follow HTTPS_PROXY, HTTP_PROXY and NO_PROXY (lower case too): all requests that name no agent. What
 * is on this machine is always reached directly. Null when the environment names no proxy; a failure names the variable.
 */
export const followEnvironmentProxy = (environment: Environment): Result<EnvironmentProxy | null, string> => {
  const proxies: Record<string, string> = {};
  for (const name of ['https_proxy', 'http_proxy']) {
    const text = variable(environment, name);
    const proxy = text === null ? null : readProxy(text);
    if (text !== null && proxy === null)
      return fail(
        `${name.toUpperCase()} is not the address of an http or https proxy. Correct it, or unset it to connect directly.`,
      );
    if (proxy !== null) proxies[name] = proxy;
  }
  if (Object.keys(proxies).length === 0 || variable(environment, 'no_proxy')?.trim() === '*') return succeed(null);
  // Loaded by name, it would keep the app from starting on a Node that does not have it yet.
  if (typeof http.setGlobalProxyFromEnv !== 'function')
    return fail(
      'The environment names a proxy, and this Node is too old to use one. Install the newest Node 24, or unset HTTPS_PROXY and HTTP_PROXY.',
    );
  const direct = new Set([...alwaysDirect, variable(environment, 'no_proxy') ?? '']);
  const follow = (): (() => void) =>
    http.setGlobalProxyFromEnv({ ...proxies, no_proxy: [...direct].filter((host) => host !== '').join(',') });
  let restore = follow();
  return succeed({
    fetch: (url, init) => {
      const { hostname } = new URL(url);
      // 127.0.0.0/8 is more than a list can hold beforehand.
      if (isLoopbackHost(hostname) && !direct.has(hostname) && !hostname.endsWith('.localhost')) {
        direct.add(hostname);
        restore();
        restore = follow();
      }
      return nodeFetch(url, init);
    },
    dispose: () => restore(),
  });
};
