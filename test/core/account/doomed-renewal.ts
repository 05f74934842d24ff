/**
 * Renews the tokens of a data directory, in a process that kills itself: `node doomed-renewal.ts DIRECTORY ORIGIN MOMENT`.
 * `answered`: Redbooth has given the new pair, and it is not on disk. `written`: it is, and was never used.
 */
import { createKeptSecrets } from '../../../electron/core/account/kept-secrets.ts';
import type { SecretStore } from '../../../electron/core/account/secret-store.ts';
import { createTokenKeeper } from '../../../electron/core/account/tokens.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import { createFileSecrets } from '../../../electron/start/secret-file.ts';

const [dataDirectory = '', origin = '', moment = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const file = createFileSecrets({ dataDirectory, log });
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const store: SecretStore = {
  ...file,
  write: async (secrets) => {
    if (moment === 'answered') die();
    const written = await file.write(secrets);
    die();
    return written;
  },
};
const tokens = createTokenKeeper({
  secrets: createKeptSecrets({ store, origin, onUnreadable: () => undefined }),
  origin,
  fetch: (url, init) => fetch(url, init),
  clock: systemClock,
  log,
  onState: () => undefined,
  onUnwritable: () => undefined,
});
await tokens.load();
await tokens.current();
