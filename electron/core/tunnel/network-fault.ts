/** What kept a connection from being made, as far as the system says. */
export type NetworkFault = 'no-internet' | 'dns' | 'refused' | 'timeout' | 'other';

// Node's and undici's codes, and Chromium's net errors as Electron's fetch words them.
const faults: readonly (readonly [NetworkFault, RegExp])[] = [
  [
    'no-internet',
    /^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN)$|ERR_(?:INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|NETWORK_)/,
  ],
  ['dns', /^(?:ENOTFOUND|EAI_)|ERR_(?:NAME_|DNS_)/],
  ['timeout', /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w+_TIMEOUT)$|ERR_(?:CONNECTION_)?TIMED_OUT/],
  ['refused', /^(?:ECONN\w+|EPIPE|UND_ERR_SOCKET)$|ERR_(?:CONNECTION_|EMPTY_RESPONSE|SOCKET_)/],
];

/** Reads the fault out of an error of `node:net`, `node:http`, undici's fetch or Electron's fetch. */
export const networkFault = (error: unknown): NetworkFault => {
  const words = wordsOf(error, 0);
  return faults.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? 'other';
};

/** The codes and messages of an error and of the errors that caused it. */
const wordsOf = (error: unknown, depth: number): string[] => {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const words: string[] = [];
  if ('code' in error && typeof error.code === 'string') words.push(error.code);
  if ('message' in error && typeof error.message === 'string') words.push(error.message);
  if ('cause' in error) words.push(...wordsOf(error.cause, depth + 1));
  // Node tries both families of an address and reports both.
  if ('errors' in error && Array.isArray(error.errors)) {
    for (const each of error.errors) words.push(...wordsOf(each, depth + 1));
  }
  return words;
};
