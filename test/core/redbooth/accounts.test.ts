import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../electron/core/redbooth/accounts.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';

const setUp = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  return { database, clock, accounts: createAccounts(database, clock) };
};

describe('the accounts', () => {
  it('gives a user the same account at every sign-in, and another user another', () => {
    const { accounts } = setUp();
    const ana = accounts.enter('1');
    const bo = accounts.enter('2');
    expect(bo).not.toBe(ana);
    expect(accounts.enter('1')).toBe(ana);
  });

  it('knows the one last in use, also after a restart', async () => {
    const { database, clock, accounts } = setUp();
    expect(accounts.last()).toBeNull();
    const ana = accounts.enter('1');
    await clock.advance(1_000);
    accounts.enter('2');
    await clock.advance(1_000);
    accounts.enter('1');
    expect(createAccounts(database, clock).last()).toBe(ana);
  });

  it('gives what was recorded before accounts were told apart to whoever signs in first', () => {
    const { database, accounts } = setUp();
    database.exec('INSERT INTO account (entered_at) VALUES (0)');
    expect(accounts.last()).toBeNull();
    expect(accounts.enter('7')).toBe('1');
    expect(accounts.enter('8')).toBe('2');
  });
});
