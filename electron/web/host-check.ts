/** What of a request says where it comes from. */
export type RequestSource = {
  readonly method: string;
  readonly path: string;
  /** Every Host header: more than one is an attempt to confuse. */
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  /** Sec-Fetch-Site, which a page cannot forge; null from programs that are no browser. */
  readonly fetchSite: string | null;
};

export type SourceRefusal = 'host' | 'origin' | 'site';

/**
 * Makes the rule that keeps other web pages out of a server on 127.0.0.1:`port`. Host must name this machine (a page
 * that rebinds its own name to 127.0.0.1 sends that name), an Origin must be that very host and is required of
 * everything that may change something, and browsers must not say that another site asks. The API is asked by the
 * page alone, never by a link or by what else runs on this machine's other ports.
 */
export const createHostCheck = (port: number): ((source: RequestSource) => SourceRefusal | null) => {
  // By URL, so that port 80, which browsers leave out, needs no case of its own.
  const origins = new Map(
    ['127.0.0.1', 'localhost', '[::1]']
      .map((name) => new URL(`http://${name}:${port}`))
      .map(({ host, origin }) => [host, origin]),
  );
  return ({ method, path, hosts, origins: given, fetchSite }) => {
    const own = hosts.length === 1 ? origins.get(hosts[0] ?? '') : undefined;
    if (own === undefined) return 'host';
    if (given.some((origin) => origin !== own)) return 'origin';
    if (given.length === 0 && method !== 'GET' && method !== 'HEAD') return 'origin';
    if (fetchSite === 'cross-site') return 'site';
    if (fetchSite !== null && fetchSite !== 'same-origin' && path.startsWith('/api/')) return 'site';
    return null;
  };
};
