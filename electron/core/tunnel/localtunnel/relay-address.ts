import { isIP } from 'node:net';
import { isLoopbackHost } from '../loopback.ts';

/**
 * Where the sockets of a tunnel go: `ip` of the registration when there is one, as the registration itself may sit behind
 * a front proxy that does not pass plain TCP; else the host that was asked. A relay on this machine is always dialled
 * by the name the user gave, and no other relay may send us to this machine.
 */
export const relayAddress = (host: string, ip: string | null): string => {
  const name = host.replace(/^\[|\]$/g, '');
  if (ip === null || isIP(ip) === 0 || isLoopbackHost(name) || isOwnMachine(ip)) return name;
  return ip;
};

/** Loopback in any spelling, unspecified and link-local addresses. */
const isOwnMachine = (ip: string): boolean =>
  /^(?:127\.|0\.|169\.254\.)/.test(ip) || /^(?:::|fe80:)/i.test(ip) || /^[0:]+1?$/.test(ip);
