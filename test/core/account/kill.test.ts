import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createKeptSecrets } from '../../../electron/core/account/kept-secrets.ts';
import { createTokenKeeper } from '../../../electron/core/account/tokens.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import type { Quirks } from '../../../electron/simulator/quirks.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFileSecrets } from '../../../electron/start/secret-file.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { someSecrets } from '../../fakes/secrets.ts';

const script = fileURLToPath(new URL('doomed-renewal.ts', import.meta.url));

test.each<[Quirks['refreshRotation'], 'written' | 'answered', 'token' | 'signed-out']>([
  ['at-once', 'written', 'token'],
  ['on-use', 'written', 'token'],
  ['never', 'written', 'token'],
  ['on-use', 'answered', 'token'],
  ['never', 'answered', 'token'],
  // Redbooth forgot the old token when it made the new one, and nobody has that.
  ['at-once', 'answered', 'signed-out'],
])(
  'refresh tokens that die %s: a kill once the new pair is %s ends in “%s”',
  async (refreshRotation, moment, outcome) => {
    const simulator = createSimulator({
      seed: 7,
      clock: systemClock,
      signedInUser: 'ada',
      quirks: { refreshRotation },
    });
    onTestFinished(() => simulator.dispose());
    const { origin } = await simulator.listen();
    const dataDirectory = temporaryDirectory();
    const log = createFakeLog();
    const { accessToken, refreshToken } = simulator.signIn('ada', { expiresIn: 7200 });
    const application = { id: simulator.client.clientId, secret: simulator.client.clientSecret };
    const grant = { accessToken, refreshToken, refreshAt: 1, expiresAt: 1, previousRefreshToken: null };
    const store = createFileSecrets({ dataDirectory, log });
    await store.write(someSecrets({ origin, application, grant }));

    const child = spawn(process.execPath, [script, dataDirectory, origin, moment], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);

    const states: string[] = [];
    const tokens = createTokenKeeper({
      secrets: createKeptSecrets({ store, origin, onUnreadable: () => undefined }),
      origin,
      fetch: (url, init) => fetch(url, init),
      clock: systemClock,
      log,
      onState: (state) => states.push(state),
      onUnwritable: () => undefined,
    });
    onTestFinished(() => tokens.dispose());
    await tokens.load();
    const current = await tokens.current();
    expect(current.kind).toBe(outcome);
    expect(states.at(-1)).toBe(outcome === 'token' ? 'signed-in' : 'expired');
    if (current.kind !== 'token') return;
    const authorization = `Bearer ${current.token}`;
    expect((await fetch(`${origin}/api/3/me`, { headers: { authorization } })).status).toBe(200);
  },
);
