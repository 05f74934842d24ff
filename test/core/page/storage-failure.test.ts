import { describe, expect, it } from 'vitest';
import { createStorageFailure } from '../../../electron/core/page/storage-failure.ts';
import { storageTrouble } from '../../../electron/core/database/storage-trouble.ts';
import { createReader } from '../../../electron/core/reading.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startPage } from './whole-page.ts';

const setUp = (language: 'en' | 'es' = 'en') => {
  const failed: unknown[] = [];
  const reading = createReader({
    settings: () => ({ language, timeZone: null }),
    clock: createFakeClock(),
    locale: 'en',
  });
  const failure = createStorageFailure({ writes: { failed: (error) => void failed.push(error) }, reading });
  return { failed, failure };
};
const ofSqlite = (errcode: number): Error => Object.assign(new Error('what SQLite says'), { errcode });

describe('a request that meets the disk’s limits', () => {
  it.each([
    [13, 'SQLITE_FULL', 'journal-unwritable', /^The disk is full/],
    [5, 'SQLITE_BUSY', 'journal-unwritable', /^Another program holds/],
    [8, 'SQLITE_READONLY', 'journal-unwritable', /must not be written/],
    [778, 'SQLITE_IOERR_WRITE', 'journal-unwritable', /cannot be written/],
    [266, 'SQLITE_IOERR_READ', 'database-unreadable', /cannot be read/],
    [522, 'SQLITE_IOERR_SHORT_READ', 'database-unreadable', /cannot be read/],
    [11, 'SQLITE_CORRUPT', 'database-unreadable', /is damaged/],
  ])('(%i, %s) is answered with %s, and noted', (errcode, _, code, message) => {
    const { failed, failure } = setUp();
    expect(failure(ofSqlite(errcode))).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(failed).toHaveLength(1);
  });

  it('is answered in the language of whoever asked', () => {
    expect(setUp('es').failure(ofSqlite(13))?.message).toMatch(/^El disco está lleno/);
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO'])('in the settings’ file (%s) is answered with its cause', (code) => {
    const { failed, failure } = setUp();
    const refused = Object.assign(new Error('no'), { code, syscall: 'open' });
    expect(failure(refused)).toMatchObject({ code: 'settings-unwritable', message: expect.stringContaining(code) });
    expect(failed).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a bug', new TypeError('undefined is not a function')],
    ['a constraint of the database', ofSqlite(19)],
    ['a host that does not answer', Object.assign(new Error('no'), { code: 'ECONNREFUSED' })],
  ])('is not %s', (_, error) => {
    expect(setUp().failure(error)).toBeNull();
  });
});

describe('the page, on a history file that takes nothing', () => {
  it.each([
    ['read-changes', { which: 'all' }],
    ['mute-change', { changeId: '1', kind: 'task', minutes: 60 }],
    ['snooze-change', { changeId: '1', minutes: 60 }],
  ] as const)('%s is answered with what is wrong and what to do, and the trouble is known', async (name, payload) => {
    const { dispatch, tell, database, failures } = startPage();
    tell('One');
    database.exec('PRAGMA query_only = ON');
    const answer = await dispatch(name, payload);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'journal-unwritable' } });
    expect(JSON.stringify(answer)).toMatch(/must not be written/);
    expect(failures.map(storageTrouble)).toContain('read-only');
  });

  it('still lists what is there', async () => {
    const { dispatch, tell, database, overview } = startPage();
    tell('One');
    database.exec('PRAGMA query_only = ON');
    expect(await dispatch('facets', null)).toMatchObject({ ok: true });
    expect(overview().unread).toBe(1);
  });
});

describe('the page, on a settings file that takes nothing', () => {
  it.each([
    ['pause', { minutes: null }],
    ['change-preferences', { theme: 'dark' }],
  ] as const)('%s changes nothing, and says so', async (name, payload) => {
    const { dispatch, settings, refuseSettings } = startPage();
    const before = settings.current();
    refuseSettings('ENOSPC');
    expect(await dispatch(name, payload)).toMatchObject({ ok: false, failure: { code: 'settings-unwritable' } });
    expect(settings.current()).toEqual(before);
  });
});
