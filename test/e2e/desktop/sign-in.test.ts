import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { electronPath, eventually, openedUrls } from './desktop.ts';
import { startPage } from './start-page.ts';

const hasDesktop = electronPath() !== null && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop) console.log('skipped: no desktop with a keyring and a browser that a test may drive (OPENED_URLS)');

const createWorld = async () => {
  const port = await findFreePort();
  const redirectUris = [`http://localhost:${port}/oauth/callback`];
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada', redirectUris });
  const { origin } = await simulator.listen();
  onTestFinished(() => simulator.dispose());
  const dataDirectory = temporaryDirectory();
  const settings = join(temporaryDirectory(), 'settings.json');
  writeFileSync(settings, JSON.stringify({ signInPort: port }));
  const flags = ['--data-dir', dataDirectory, '--settings', settings, '--redbooth', origin, '--tunnel', 'off'];
  const { clientId: id, clientSecret: secret } = simulator.client;
  return { simulator, dataDirectory, flags, application: { id, secret } };
};

type Page = Awaited<ReturnType<typeof startPage>>;

/** Signs in as a person does, in “the browser” that only notes what it was told to open. */
const signIn = async ({ ask, untilSignedIn }: Page, application: { id: string; secret: string }): Promise<void> => {
  await ask('save-application', application);
  const before = openedUrls().length;
  expect(await ask('sign-in', null)).toEqual({ kind: 'opened' });
  const address = await eventually(() => openedUrls()[before] ?? null);
  expect(await (await fetch(address)).text()).toContain('You’re signed in');
  await untilSignedIn();
};

const secretsIn = (text: string): readonly string[] => [...text.matchAll(/[0-9a-f]{64}/g)].map(([secret]) => secret);

describe.skipIf(!hasDesktop)('signing in on a desktop', () => {
  test('goes through the browser, is kept under the keyring, and lasts over a restart', async () => {
    const { dataDirectory, flags, application } = await createWorld();
    const first = await startPage(flags);
    const { storage } = await first.ask('sign-in-settings', null);
    expect(storage).toMatchObject({ strength: 'keyring', canAllowWeak: false });
    await signIn(first, application);
    await first.app.close();
    const sealed = join(dataDirectory, 'secrets.encrypted');
    expect(readdirSync(dataDirectory)).not.toContain('secrets.json');
    expect(secretsIn(readFileSync(sealed, 'latin1'))).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(sealed).mode & 0o777).toBe(0o600);

    const second = await startPage(flags);
    await second.untilSignedIn();
    await second.ask('sign-out', { deleteHistory: true, forgetApplication: true });
    expect(readdirSync(dataDirectory)).not.toContain('secrets.encrypted');
    expect(await second.ask('sign-in-settings', null)).toMatchObject({ applicationId: null, isSecretKept: false });
  });

  test('that can no longer be decrypted asks to sign in again, and keeps what it could not read', async () => {
    const { dataDirectory, flags, application } = await createWorld();
    const sealed = join(dataDirectory, 'secrets.encrypted');
    writeFileSync(sealed, Buffer.from('v11 of another keyring, or of none at all'));
    const page = await startPage(flags);
    await eventually(async () => ((await page.ask('overview', null)).account.state === 'expired' ? true : null));
    expect(readdirSync(dataDirectory)).toContain('secrets.encrypted.unreadable');
    await signIn(page, application);
    expect(readdirSync(dataDirectory)).toContain('secrets.encrypted');
  });
});
