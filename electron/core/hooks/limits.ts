/**
 * What the public listener grants a client, in milliseconds, bytes and numbers. Node's own defaults are meant for
 * servers behind a proxy (60 s for headers, 300 s for a request, no limit on idle sockets or their number).
 */
export type Limits = {
  /** From a request's first byte, or a connection's begin, to the end of its headers. */
  readonly headersTimeout: number;
  /** From a request's first byte to the end of its body. */
  readonly requestTimeout: number;
  /** Without a single byte either way. */
  readonly inactivityTimeout: number;
  /** Between an answer and the next request. */
  readonly keepAliveTimeout: number;
  /** How often the first two are looked at: with `requestTimeout` it must stay within the 15 s promised. */
  readonly checkingInterval: number;
  /** How long a refused client may go on sending, so that it gets to read the refusal. */
  readonly lingerTimeout: number;
  readonly lingerBytes: number;
  readonly headerBytes: number;
  readonly headers: number;
  readonly bodyBytes: number;
  /** Beyond this many connections a new one is closed at once. */
  readonly connections: number;
  /** Beyond this many, the one that has been silent for longest makes room. */
  readonly crowd: number;
};

export const defaultLimits: Limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  inactivityTimeout: 15_000,
  keepAliveTimeout: 5_000,
  checkingInterval: 2_000,
  lingerTimeout: 1_000,
  lingerBytes: 1_048_576,
  headerBytes: 8_192,
  headers: 64,
  bodyBytes: 65_536,
  connections: 512,
  crowd: 256,
};
