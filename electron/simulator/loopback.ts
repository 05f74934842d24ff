import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

const addressOf127 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/** Whether a URL's hostname can only mean this machine: localhost, *.localhost (RFC 6761), 127.0.0.0/8, ::1. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || addressOf127.test(hostname) || hostname === '[::1]';

/** Node's own lookup, except that names under .localhost are 127.0.0.1: the system's resolver may not know them. */
export const loopbackLookup: LookupFunction = (hostname, options, callback) => {
  if (!hostname.toLowerCase().endsWith('.localhost')) {
    lookup(hostname, options, callback);
    return;
  }
  process.nextTick(() => {
    if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
    else callback(null, '127.0.0.1', 4);
  });
};
