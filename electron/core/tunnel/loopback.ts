import { type LookupFunction, isIPv4 } from 'node:net';

/** Whether a host name or address (IPv6 with or without brackets) is this machine: RFC 6761, 127.0.0.0/8 and ::1. */
export const isLoopbackHost = (host: string): boolean => {
  const name = host.toLowerCase();
  return isLocalhostName(name) || (isIPv4(name) && name.startsWith('127.')) || name === '::1' || name === '[::1]';
};

/** Whether a host name is `localhost` or ends in `.localhost`. */
const isLocalhostName = (name: string): boolean => /^(?:.+\.)?localhost$/i.test(name);

/** Resolves any name to this machine, for names under `.localhost`, which the system's resolver may not know. */
export const lookUpLoopback: LookupFunction = (_name, options, answer) => {
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  // Not at once: a socket attaches its listeners after it has asked.
  process.nextTick(() => {
    if (options.all) answer(null, addresses);
    else answer(null, '127.0.0.1', 4);
  });
};

/** What to add to the options of a connection to `host` so that its name resolves. */
export const lookupFor = (host: string): { lookup?: LookupFunction } =>
  isLocalhostName(host) ? { lookup: lookUpLoopback } : {};
