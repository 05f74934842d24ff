import type { Clock } from '../core/clock.ts';
import { createToken, digestOf } from './secret-token.ts';

const lifetime = 30 * 24 * 60 * 60_000;
const most = 20;

/** The browsers that were let in. Kept in memory: a restart of the app asks for a new link. */
export type Sessions = {
  /** Lets a browser in: gives the secret for its cookie. Beyond 20 the oldest session ends. */
  open(): string;
  /** The session's key, by which it is told from others inside the app; null when the secret opens none. */
  find(secret: string | null): string | null;
};

export const createSessions = ({ clock }: { clock: Clock }): Sessions => {
  const ends = new Map<string, number>();
  return {
    open: () => {
      const secret = createToken();
      ends.set(digestOf(secret), clock.now() + lifetime);
      for (const key of [...ends.keys()].slice(0, -most)) ends.delete(key);
      return secret;
    },
    find: (secret) => {
      if (secret === null) return null;
      const key = digestOf(secret);
      return (ends.get(key) ?? 0) > clock.now() ? key : null;
    },
  };
};

/**
 * The cookie that holds a session's secret. Cookies are shared by all ports of a host, so its name carries the port:
 * two instances do not sign each other's page out. Not Secure, as not every browser keeps those from loopback http.
 */
export const createSessionCookie = (
  port: number,
): { set(secret: string): string; read(header: string | undefined): string | null } => {
  const name = `redbooth-notifier-${port}`;
  return {
    set: (secret) => `${name}=${secret}; Path=/; Max-Age=${lifetime / 1000}; HttpOnly; SameSite=Strict`,
    read: (header) =>
      header
        ?.split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1) ?? null,
  };
};
