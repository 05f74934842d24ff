import { describe, expect, it } from 'vitest';
import { type Identity, createAccountWatch } from '../../../electron/core/redbooth/account.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';

const watch = () => {
  const redbooth = createFakeRedbooth();
  const told: Identity[] = [];
  const refreshes: unknown[] = [];
  const directory = {
    me: (options?: { readonly refresh: boolean }) => {
      refreshes.push(options?.refresh);
      return redbooth.directory.me(options);
    },
  };
  return { redbooth, told, refreshes, account: createAccountWatch(directory, null, (account) => told.push(account)) };
};

const signedIn: Identity = { id: '1', state: 'signed-in', user: 'Ana Abel' };

describe('the account', () => {
  it('is signed out until the API says whose the token is', async () => {
    const { account, told } = watch();
    expect(account.current()).toEqual({ id: null, state: 'signed-out', user: null });
    account.tokensAre('signed-in');
    expect(account.current().state).toBe('signed-out');
    await account.identify();
    expect(account.current()).toEqual(signedIn);
    expect(told).toEqual([signedIn]);
  });

  it('is not told again while nothing changes', async () => {
    const { account, told } = watch();
    await account.identify();
    await account.identify();
    account.tokensAre('signed-in');
    expect(told).toHaveLength(1);
  });

  it('expires when the tokens are refused, and says what to do', async () => {
    const { account, told } = watch();
    await account.identify();
    account.tokensAre('expired');
    account.tokensAre('expired');
    expect(told.slice(1)).toEqual([{ id: '1', state: 'expired', user: 'Ana Abel' }]);
  });

  it('is nobody’s once the user signed out', async () => {
    const { account, told } = watch();
    await account.identify();
    account.tokensAre('signed-out');
    expect(told.slice(1)).toEqual([{ id: null, state: 'signed-out', user: null }]);
  });

  it('is asked for anew after it expired, as somebody else may have signed in', async () => {
    const { account, refreshes } = watch();
    await account.identify();
    await account.identify();
    account.tokensAre('expired');
    await account.identify();
    expect(refreshes).toEqual([true, false, true]);
    expect(account.current()).toEqual(signedIn);
  });

  it('stays what it was while the API does not answer', async () => {
    const { account, redbooth, told } = watch();
    redbooth.failAccountWith({ kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 });
    await account.identify();
    expect(account.current().state).toBe('signed-out');
    expect(told).toEqual([]);
  });
});
