import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSecrets } from '../core/account/secrets.ts';
import type { Clock } from '../core/clock.ts';
import type { KeptSignIn } from '../core/doctor/check-kept-account.ts';
import type { Log } from '../core/log.ts';
import { readTokenEnvironment } from '../core/redbooth/environment-tokens.ts';
import { secretFileName } from './secret-file.ts';
import { systemCode } from '../core/system-error.ts';

/** The desktop's, which its keyring encrypts. */
const sealedFileName = 'secrets.encrypted';

/** How a sign-in is kept in an environment and a data directory. Only reads: nothing is renewed, set aside or stored. */
export const keptSignIn = async (ports: {
  readonly environment: NodeJS.ProcessEnv;
  readonly dataDirectory: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<KeptSignIn> => {
  const { environment, dataDirectory, origin, clock, log } = ports;
  const fromEnvironment = readTokenEnvironment(environment, log);
  if (fromEnvironment !== null)
    return fromEnvironment.pasted === null
      ? { kind: 'renewable' }
      : { kind: 'token', token: fromEnvironment.pasted, source: 'REDBOOTH_ACCESS_TOKEN=***' };
  const kept = await readOrNull(join(dataDirectory, secretFileName));
  if (kept === null)
    return { kind: (await readOrNull(join(dataDirectory, sealedFileName))) === null ? 'none' : 'sealed' };
  const secrets = readSecrets(kept);
  if (secrets === null) return { kind: 'unreadable' };
  // What belongs to another Redbooth is not used.
  if (secrets.origin !== origin) return { kind: 'none' };
  const { grant, hasExpired } = secrets;
  if (grant === null) return { kind: hasExpired ? 'expired' : 'none' };
  return clock.now() < grant.expiresAt
    ? { kind: 'token', token: grant.accessToken, source: secretFileName }
    : { kind: grant.refreshToken === null ? 'expired' : 'renewable' };
};

const readOrNull = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};
