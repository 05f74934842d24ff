import type { ServerOptions } from 'node:http';

/**
 * Against clients that are slow or silent; Node's own limits are minutes. Headers may be 16 KiB: cookies of whatever
 * else runs on this machine come along, as ports share them.
 */
export const timeLimits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const satisfies ServerOptions;

/** A socket on which nothing moves for so long is closed, unless it is a stream or waits for the app. */
export const idleLimit = 15_000;

export const mostConnections = 128;
