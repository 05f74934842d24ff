import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { overviewSchema, type Account, type Reachability } from '../../../electron/contract/index.ts';
import {
  type NoticeSituation,
  accountView,
  hookUrlView,
  noticesOf,
  overviewOf,
  pauseAt,
  publicAddress,
} from '../../../electron/core/page/overview.ts';

const account: Account = {
  state: 'signed-in',
  user: 'Ana Abel',
  sentence: 'Signed in as Ana Abel',
  canSignOut: false,
  isFromEnvironment: false,
  signIn: { state: 'idle' },
};
const reachability: Reachability = { state: 'online', sentence: 'Reachable', detail: null, cause: null, provenAt: 1 };
const fine: NoticeSituation = { account, reachability, isApiFailing: false, interrupted: 0 };
const record = { id: 'a1', name: 'My organisation', secret: 's3cret', createdAt: 1, lastArrivalAt: 2 };

describe('a hook URL', () => {
  it('is the tunnel’s address and its secret path', () => {
    expect(publicAddress('https://name.example', record)).toBe('https://name.example/s3cret');
    expect(hookUrlView('https://name.example', record)).toEqual({
      id: 'a1',
      name: 'My organisation',
      url: 'https://name.example/s3cret',
      createdAt: 1,
      lastArrivalAt: 2,
    });
  });

  it('is none before there is an address', () => {
    expect(hookUrlView(null, record).url).toBeNull();
  });
});

describe('a pause', () => {
  it.each([
    ['lasts until its time', { state: 'paused', until: 1_000 }, 999, 'paused'],
    ['is over at its time', { state: 'paused', until: 1_000 }, 1_000, 'running'],
    ['without a time lasts until resumed', { state: 'paused', until: null }, 9e15, 'paused'],
    ['that is none stays none', { state: 'running' }, 0, 'running'],
  ] as const)('%s', (_, pause, now, state) => {
    expect(pauseAt(pause, now).state).toBe(state);
  });
});

describe('what needs a person', () => {
  it.each<[string, Partial<NoticeSituation>, readonly [string, string][]]>([
    ['nothing', {}, []],
    ['signing in again', { account: { ...account, state: 'expired' } }, [['signed-out', 'bad']]],
    ['signing in', { account: { ...account, state: 'signed-out' } }, [['signed-out', 'warn']]],
    ['waiting for Redbooth', { isApiFailing: true }, [['api-failing', 'warn']]],
    [
      'waiting for Redbooth before it can say who is signed in',
      { isApiFailing: true, account: { ...account, state: 'signed-out' } },
      [['api-failing', 'warn']],
    ],
    [
      'signing in again comes before waiting',
      { isApiFailing: true, account: { ...account, state: 'expired' } },
      [['signed-out', 'bad']],
    ],
    ['a lost hook URL', { reachability: { ...reachability, state: 'name-lost' } }, [['name-lost', 'bad']]],
    ['a look at the list', { interrupted: 1 }, [['interrupted', 'info']]],
    [
      'all of it, most urgent first',
      {
        account: { ...account, state: 'expired' },
        reachability: { ...reachability, state: 'name-lost' },
        interrupted: 2,
      },
      [
        ['signed-out', 'bad'],
        ['name-lost', 'bad'],
        ['interrupted', 'info'],
      ],
    ],
  ])('%s', (_, situation, notices) => {
    expect(noticesOf({ ...fine, ...situation }).map(({ id, tone }) => [id, tone])).toEqual(notices);
  });

  it.each([
    [1, 'One notification may not have been shown'],
    [3, '3 notifications may not have been shown'],
  ])('counts %d in words', (interrupted, title) => {
    expect(noticesOf({ ...fine, interrupted })[0]?.title).toBe(title);
  });
});

describe('the account', () => {
  const kept = { canSignOut: true, isFromEnvironment: false, signIn: { state: 'idle' } } as const;
  const none = { ...kept, canSignOut: false };
  const nobody = { state: 'signed-out', user: null, sentence: 'Not signed in' } as const;

  it.each([
    ['of nobody is nobody’s', nobody, none, 'Not signed in'],
    ['waits for Redbooth while there are tokens it has not confirmed', nobody, kept, 'Waiting for Redbooth to answer'],
    [
      'waits likewise with tokens of the environment',
      nobody,
      { ...none, isFromEnvironment: true },
      'Waiting for Redbooth to answer',
    ],
    [
      'is said by Redbooth',
      { ...nobody, state: 'signed-in', sentence: 'Signed in as Ana Abel' },
      kept,
      'Signed in as Ana Abel',
    ],
  ] as const)('%s', (_, identity, access, sentence) => {
    const view = accountView(identity, access);
    expect(view).toMatchObject({ ...access, sentence });
    expect(noticesOf({ ...fine, account: view }).map(({ id }) => id)).toEqual(
      sentence === 'Not signed in' ? ['signed-out'] : [],
    );
  });
});

it('the overview fits the contract', () => {
  const overview = overviewOf({
    version: '1.0.0',
    host: 'headless',
    demo: false,
    reachability,
    account,
    hookUrls: [hookUrlView('https://name.example', record)],
    hooksPage: 'https://redbooth.com/a/',
    unread: 3,
    pause: { state: 'running' },
    isApiFailing: true,
    interrupted: 1,
  });
  expect(v.parse(overviewSchema, overview)).toEqual(overview);
  expect(overview.notices.map(({ id }) => id)).toEqual(['api-failing', 'interrupted']);
});
