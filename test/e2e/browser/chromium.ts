import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium on this machine: the one `CHROMIUM` names, or one in its usual place; null when there is none. */
export const chromiumPath = (): string | null => {
  const named = process.env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...usualPlaces].find((path) => existsSync(path)) ?? null;
};

/** No sandbox, as CI runs as root; and no calls home. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
