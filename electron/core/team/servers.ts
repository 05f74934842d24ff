import { isLoopbackHost } from '../tunnel/loopback.ts';

/** Where a team's servers are: any of them will do, tried in random order. */
export type TeamServers = {
  /** `host:port` each. */
  readonly addresses: readonly string[];
  /** Whether nothing is said to a server before TLS is in force: always, unless all of them are on this machine. */
  readonly needsTls: boolean;
};

const mostServers = 16;
const usualPort = '4222';

/**
 * Reads one or more addresses, parted by commas: `nats://host:port` or `tls://host:port`, the port 4222 unless it is given.
 * Null when one is not such an address, or holds a user or password, which belong into the credentials file. Beyond this
 * machine `nats://` means TLS as well: credentials and task ids never go over a network in the clear.
 */
export const readTeamServers = (text: string): TeamServers | null => {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > mostServers) return null;
  const servers = parts.map(readServer);
  if (!servers.every((server) => server !== null)) return null;
  return {
    addresses: servers.map(({ address }) => address),
    needsTls: servers.some(({ needsTls }) => needsTls),
  };
};

const readServer = (text: string): { readonly address: string; readonly needsTls: boolean } | null => {
  const [, scheme, rest = ''] = /^(nats|tls):\/\/(.+)$/.exec(text) ?? [];
  if (scheme === undefined) return null;
  let url: URL;
  try {
    // Other schemes than the web's are not read as addresses by URL.
    url = new URL(`http://${rest}`);
  } catch {
    return null;
  }
  const { hostname, pathname, search, hash, username, password } = url;
  if (username !== '' || password !== '' || search !== '' || hash !== '' || pathname !== '/') return null;
  const port = /:(\d+)\/?$/.exec(rest)?.[1] ?? usualPort;
  return { address: `${hostname}:${port}`, needsTls: scheme === 'tls' || !isLoopbackHost(hostname) };
};
