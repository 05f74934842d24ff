import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RequestHandlers,
  createDispatch,
  fail,
  noFilter,
  readReply,
  requests,
  succeed,
} from '../../electron/contract/index.ts';
import { refuseSignIn } from '../../electron/core/account/sign-in-handlers.ts';
import { readingAt } from '../fakes/reading.ts';

const bug = (): never => {
  throw new Error('a bug with a path: /home/somebody');
};

const handlers: RequestHandlers = {
  overview: bug,
  changes: ({ limit }) => succeed({ rows: [], next: String(limit), total: 7 }),
  facets: bug,
  'task-detail': bug,
  'undo-read': bug,
  'unread-changes': bug,
  'history-settings': bug,
  'change-history-settings': bug,
  'delete-history-now': bug,
  'read-changes': () => fail({ code: 'not-found', message: 'Gone.' }),
  'open-change': bug,
  'open-notification': bug,
  'resolve-task': bug,
  'reopen-task': bug,
  'comment-on-task': bug,
  'copy-hook-url': bug,
  'open-hooks-page': () => Promise.reject(new Error('late bug')),
  'add-hook-url': () => succeed(null),
  'rename-hook-url': bug,
  'revoke-hook-url': bug,
  'rotate-hook-url': bug,
  organizations: () => succeed([]),
  'open-organization-hooks-page': bug,
  'copy-organization-message': bug,
  'tunnel-settings': () => Promise.reject(new Error('late bug')),
  'choose-tunnel': ({ tunnel }) => fail({ code: 'settings-invalid', message: `Not ${tunnel}.` }),
  'choose-hook-source': bug,
  'team-settings': bug,
  'choose-team': bug,
  'copy-local-address': bug,
  'copy-diagnostics': bug,
  'run-checks': bug,
  'copy-checks': bug,
  'received-requests': () => succeed([]),
  'replay-request': bug,
  'copy-request-as-curl': bug,
  'dismiss-notice': () => succeed(null),
  'test-reachability': bug,
  pause: () => succeed(null),
  resume: () => succeed(null),
  'test-notification': bug,
  'open-notification-settings': bug,
  'finish-welcome': bug,
  'start-demo': bug,
  'play-sound': bug,
  'system-settings': bug,
  preferences: bug,
  'change-preferences': bug,
  'export-settings': bug,
  'preview-settings-import': bug,
  'import-settings': bug,
  'preview-settings-reset': bug,
  'reset-settings': bug,
  'snooze-change': bug,
  'mute-change': bug,
  mutes: bug,
  unmute: bug,
  'change-system-settings': bug,
  'check-for-updates': bug,
  'download-update': bug,
  'install-update': bug,
  'change-updates': bug,
  'release-notes': bug,
  ...refuseSignIn('environment', () => readingAt(0)),
};

const door = () => {
  const bugs: unknown[] = [];
  return {
    bugs,
    dispatch: createDispatch(handlers, (error) => {
      bugs.push(error);
      return null;
    }),
  };
};

describe('a request', () => {
  it('is answered by its handler, also when that fails as expected', async () => {
    const { dispatch } = door();
    expect(await dispatch('changes', { before: null, limit: 5, filter: noFilter })).toEqual({
      ok: true,
      value: { rows: [], next: '5', total: 7 },
    });
    expect(await dispatch('read-changes', { which: 'all' })).toEqual({
      ok: false,
      failure: { code: 'not-found', message: 'Gone.' },
    });
  });

  it('reaches its handler as the schema reads it', async () => {
    const { dispatch } = door();
    const choice = { tunnel: 'url', tunnelHost: ' ', publicUrl: null, more: 1 };
    expect(await dispatch('choose-tunnel', choice)).toMatchObject({ failure: { message: 'Not url.' } });
  });

  it.each([
    ['nonsense'],
    ['toString'],
    ['constructor'],
    ['__proto__'],
    [''],
    [7],
    [null],
    [undefined],
    [{}],
    [['resume']],
  ])('that is not in the contract is refused: %o', async (name) => {
    const { dispatch, bugs } = door();
    expect(await dispatch(name, null)).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    expect(bugs).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['changes', { before: null, limit: 0, filter: noFilter }],
    ['changes', { before: null, limit: 201, filter: noFilter }],
    ['changes', { before: '1; DROP TABLE', limit: 1, filter: noFilter }],
    ['changes', null],
    ['add-hook-url', { name: '   ' }],
    ['add-hook-url', { name: 'x'.repeat(61) }],
    ['pause', { minutes: 0 }],
    ['pause', { minutes: 1.5 }],
    ['snooze-change', { changeId: '1', minutes: 0 }],
    ['snooze-change', { changeId: '1', minutes: 10_081 }],
    ['mute-change', { changeId: '1', kind: 'list', minutes: null }],
    ['mute-change', { changeId: '1', kind: 'task', minutes: 10_081 }],
    ['change-preferences', { dueReminderHour: 24 }],
    ['change-preferences', { rules: { comment: { other: 'notify' } } }],
    ['read-changes', { which: 'some', ids: Array.from({ length: 501 }, () => '1') }],
    ['rotate-hook-url', { id: '../1' }],
    ['replay-request', { id: 'x'.repeat(41) }],
    ['dismiss-notice', { id: 'x'.repeat(61) }],
    ['choose-tunnel', { tunnel: 'ngrok', tunnelHost: '', publicUrl: null }],
    ['choose-tunnel', { tunnel: 'url', tunnelHost: '', publicUrl: 'x'.repeat(2_049) }],
    ['copy-local-address', {}],
    ['resume', {}],
    ['resume', undefined],
  ])('whose payload does not fit is refused and named: %s %o', async (name, payload) => {
    const { dispatch } = door();
    const reply = await dispatch(name, payload);
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'bad-request', message: expect.stringContaining(name) },
    });
  });

  it.each([
    ['overview', null],
    ['open-hooks-page', null],
    ['tunnel-settings', null],
  ])('whose handler has a bug is answered without its words, and reported: %s', async (name, payload) => {
    const { dispatch, bugs } = door();
    expect(await dispatch(name, payload)).toEqual({
      ok: false,
      failure: { code: 'unexpected', message: 'Something went wrong inside the app. Its log says more.' },
    });
    expect(bugs).toHaveLength(1);
  });

  it('never throws, whatever comes over the wire', async () => {
    const { dispatch } = door();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...Object.keys(requests)), fc.anything()),
        fc.anything(),
        async (name, payload) => {
          expect(typeof (await dispatch(name, payload)).ok).toBe('boolean');
        },
      ),
      { seed: 5 },
    );
  });
});

describe('a reply', () => {
  it('is read when it fits the contract', () => {
    expect(readReply('unread-changes', { ok: true, value: { unread: 3 } })).toEqual({ ok: true, value: { unread: 3 } });
    expect(readReply('resume', { ok: true, value: null })).toEqual({ ok: true, value: null });
    const failure = { code: 'not-found', message: 'Gone.' };
    expect(readReply('resume', { ok: false, failure })).toEqual({ ok: false, failure });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'ok'],
    ['no outcome', { value: 1 }],
    ['a failure without a reason', { ok: false }],
    ['a code this contract does not have', { ok: false, failure: { code: 'odd', message: '' } }],
    ['an answer to another request', { ok: true, value: { unread: 'three' } }],
    ['no value', { ok: true }],
  ])('that does not is an unexpected failure: %s', (_, wire) => {
    expect(readReply('read-changes', wire)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  });
});
