import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkClock } from '../../../electron/core/doctor/check-clock.ts';
import { checkDatabase } from '../../../electron/core/doctor/check-database.ts';
import { checkDisk, freeSpace } from '../../../electron/core/doctor/check-disk.ts';
import { checkKeyring, checkNotifications, checkTray } from '../../../electron/core/doctor/check-host.ts';
import { checkInternet } from '../../../electron/core/doctor/check-internet.ts';
import { checkKeptAccount } from '../../../electron/core/doctor/check-kept-account.ts';
import { checkPort } from '../../../electron/core/doctor/check-port.ts';
import { checkRate } from '../../../electron/core/doctor/check-rate.ts';
import { checkRelay } from '../../../electron/core/doctor/check-relay.ts';
import type { ProbeReply } from '../../../electron/core/doctor/probe.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { words } from './words.ts';

const { signal } = new AbortController();
const answer =
  (status = 401, ahead: number | null = 0) =>
  async (): Promise<ProbeReply> => ({ kind: 'answer', status, ahead });
const silent =
  (fault: 'dns' | 'timeout' | 'no-internet' = 'timeout') =>
  async (): Promise<ProbeReply> => ({ kind: 'silent', fault });
const origin = 'https://redbooth.com';

describe('internet', () => {
  it.each([
    ['Redbooth answers, even by refusing', answer(401), answer(), 'ok', words.internet.ok],
    ['Redbooth is out of order', answer(503), answer(), 'attention', words.internet.redboothFails.sentence],
    ['only the tunnel server answers', silent(), answer(), 'broken', words.internet.redboothSilent.sentence],
    ['nothing answers', silent('no-internet'), silent(), 'broken', words.internet.offline.sentence],
    ['nothing answers and no other server is used', silent(), null, 'broken', words.internet.offline.sentence],
    ['no name can be looked up', silent('dns'), silent('dns'), 'broken', words.internet.unnamed.sentence],
  ] as const)('%s', async (_when, redbooth, other, verdict, sentence) => {
    expect(await checkInternet(words.internet, origin, redbooth, other)(signal)).toMatchObject({ verdict, sentence });
  });
});

describe('relay', () => {
  it.each([
    ['answers whatever it likes', answer(404), 'ok'],
    ['has a fault', answer(502), 'broken'],
    ['is silent', silent(), 'broken'],
    ['is not used', null, 'not-applicable'],
  ] as const)('a tunnel server that %s', async (_what, relay, verdict) => {
    expect(await checkRelay(words.relay, 'https://relay.example', relay)(signal)).toMatchObject({ verdict });
  });
});

describe('clock', () => {
  it.each([
    [0, 'ok'],
    [60_000, 'ok'],
    [-60_000, 'ok'],
    [60_001, 'attention'],
    [-3_600_000, 'attention'],
  ] as const)('%i ms ahead of the server: %s', async (ahead, verdict) => {
    expect(await checkClock(words.clock, [answer(200, ahead)])(signal)).toMatchObject({ verdict });
  });

  it('is compared with the next server where the first does not say, and with none where none does', async () => {
    expect(await checkClock(words.clock, [silent(), answer(200, null), answer(200, 90_000)])(signal)).toMatchObject({
      verdict: 'attention',
      sentence: 'It is 90 seconds off.',
    });
    expect(await checkClock(words.clock, [silent()])(signal)).toMatchObject({ verdict: 'not-applicable' });
  });
});

describe('rate', () => {
  it.each([
    [
      'the app rests',
      12_001,
      answer(200),
      'attention',
      'Redbooth asked for fewer requests: the app rests for 13 seconds.',
    ],
    ['Redbooth answers 429', 0, answer(429), 'attention', words.rate.refused.sentence],
    ['Redbooth answers', 0, answer(401), 'ok', words.rate.ok],
    ['Redbooth is silent', 0, silent(), 'not-applicable', words.rate.unknown],
  ] as const)('%s', async (_when, left, redbooth, verdict, sentence) => {
    expect(await checkRate(words.rate, () => left, redbooth)(signal)).toMatchObject({ verdict, sentence });
  });
});

describe('listener, from outside', () => {
  it.each([
    [true, 'listener', 'ok'],
    [true, 'free', 'broken'],
    [true, 'foreign', 'broken'],
    [false, 'free', 'ok'],
    [false, 'listener', 'broken'],
    [false, 'foreign', 'broken'],
  ] as const)('app running %s, port used by %s: %s', async (isRunning, use, verdict) => {
    const check = checkPort(words.listener, { hookPort: 4000, isRunning, portUse: async () => use });
    expect(await check(signal)).toMatchObject({ verdict, subject: 'http://127.0.0.1:4000' });
  });

  it('there is none to look at before the first start', async () => {
    const check = checkPort(words.listener, { hookPort: null, isRunning: false, portUse: async () => 'foreign' });
    expect(await check(signal)).toMatchObject({ verdict: 'not-applicable' });
  });
});

describe('account, from outside', () => {
  const token = 'secret-token-of-ada';
  const ask = (status: number) => {
    const asked: string[] = [];
    const check = checkKeptAccount(words.account, {
      clock: createFakeClock(),
      origin,
      fetch: async (url) => {
        asked.push(url);
        return { ok: status < 300, status, headers: { get: () => null }, body: null };
      },
      signIn: async () => ({ kind: 'token', token, source: 'secrets.json' }),
    });
    return { asked, found: check(signal) };
  };

  it.each([
    [200, 'ok'],
    [401, 'broken'],
    [403, 'attention'],
    [500, 'attention'],
  ] as const)('Redbooth answers %i: %s, and the token is never shown', async (status, verdict) => {
    const { found, asked } = ask(status);
    expect(await found).toMatchObject({ verdict });
    expect(JSON.stringify(await found)).not.toContain(token);
    expect(asked).toEqual([`${origin}/api/3/me`]);
  });

  it.each([
    ['none', 'broken'],
    ['expired', 'broken'],
    ['unreadable', 'broken'],
    ['sealed', 'not-applicable'],
    ['renewable', 'ok'],
  ] as const)('a sign-in that is %s is %s, and Redbooth is not asked', async (kind, verdict) => {
    const check = checkKeptAccount(words.account, {
      clock: createFakeClock(),
      origin,
      fetch: () => Promise.reject(new Error('asked')),
      signIn: async () => ({ kind }),
    });
    expect(await check(signal)).toMatchObject({ verdict });
  });
});

describe('database', () => {
  const history = () => join(temporaryDirectory(), 'history.sqlite');

  it('one that was just made is sound', async () => {
    const file = history();
    openDatabase(file).close();
    expect(await checkDatabase(words.database, file, null)(signal)).toMatchObject({ verdict: 'ok', subject: file });
  });

  it('one that is overwritten in the middle is damaged', async () => {
    const file = history();
    const database = openDatabase(file);
    database.exec('PRAGMA journal_mode = DELETE');
    database.close();
    const text = Buffer.alloc(8192, 'x');
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const handle = openSync(file, 'r+');
    writeSync(handle, text, 0, text.length, 4096);
    closeSync(handle);
    expect(await checkDatabase(words.database, file, null)(signal)).toMatchObject({
      verdict: 'broken',
      sentence: words.database.damaged.sentence,
    });
  });

  it('a file that is no database is broken, and stays as it is', async () => {
    const file = history();
    writeFileSync(file, 'something else entirely, and long enough to be looked at');
    expect(await checkDatabase(words.database, file, null)(signal)).toMatchObject({ verdict: 'broken' });
    expect(readdirSync(join(file, '..'))).toEqual(['history.sqlite']);
  });

  it('none is nothing to check, and is not made', async () => {
    const file = history();
    expect(await checkDatabase(words.database, file, null)(signal)).toMatchObject({ verdict: 'not-applicable' });
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('what the running app met when it wrote comes first', async () => {
    expect(await checkDatabase(words.database, history(), 'full')(signal)).toMatchObject({
      verdict: 'broken',
      sentence: words.database.unwritable.sentence,
    });
  });
});

describe('disk', () => {
  it.each([
    [null, 'ok'],
    [5e11, 'ok'],
    [4e8, 'attention'],
    [1e7, 'broken'],
  ] as const)('%s bytes free: %s, and nothing is left behind', async (free, verdict) => {
    const directory = temporaryDirectory();
    const check = checkDisk(words.disk, directory, { freeSpace: async () => free });
    expect(await check(signal)).toMatchObject({ verdict, subject: directory });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('a directory that is still to be made is looked for where it will be, and not made', async () => {
    const directory = temporaryDirectory();
    const check = checkDisk(words.disk, join(directory, 'a', 'b'), { freeSpace });
    expect((await check(signal)).verdict).not.toBe('not-applicable');
    expect(readdirSync(directory)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('one that must not be written is broken', async () => {
    const directory = join(temporaryDirectory(), 'closed');
    mkdirSync(directory);
    chmodSync(directory, 0o500);
    const check = checkDisk(words.disk, directory, { freeSpace: async () => 5e11 });
    expect(await check(signal)).toMatchObject({ verdict: 'broken', sentence: words.disk.unwritable.sentence });
  });
});

describe('what only a desktop has', () => {
  it.each([
    [{ strength: 'keyring', keyring: 'kwallet' }, 'ok'],
    [{ strength: 'file', file: 'secrets.json', canAllowWeak: true }, 'attention'],
    [{ strength: 'memory' }, 'attention'],
    [null, 'not-applicable'],
  ] as const)('secrets kept in %j: %s', (keeping, verdict) => {
    expect(checkKeyring(words.keyring, keeping)).toMatchObject({ verdict });
  });

  it.each([
    [null, 'none', 'ok'],
    [null, 'quiet-hours', 'ok'],
    [null, 'paused', 'attention'],
    [null, 'do-not-disturb', 'attention'],
    ['no server', 'paused', 'broken'],
  ] as const)('notifications blocked by %s, silenced by %s: %s', (blocked, silence, verdict) => {
    expect(checkNotifications(words.notifications, { blocked, silence })).toMatchObject({ verdict });
  });

  it.each([
    [true, 'ok'],
    [false, 'attention'],
    [null, 'not-applicable'],
  ] as const)('a tray icon seen: %s, is %s', (hasTray, verdict) => {
    expect(checkTray(words, hasTray)).toMatchObject({ verdict });
  });
});
