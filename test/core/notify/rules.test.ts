import { describe, expect, it } from 'vitest';
import type { ChangeAccount } from '../../../electron/core/changes/change.ts';
import { decide, staysUnread } from '../../../electron/core/notify/rules.ts';
import { anAccount } from '../../fakes/change.ts';

const none = { assigned: false, wasAssigned: false, created: false, watching: false };
const mention = { id: '500', body: '@ana', mentionsMe: true };
const comment = { id: '500', body: 'Hello', mentionsMe: false };

describe('a change is told or only listed', () => {
  it.each<[string, Partial<ChangeAccount>, boolean, 'notified' | 'skipped', string]>([
    [
      'own changes are never told',
      { isOwn: true, relation: { ...none, assigned: true } },
      false,
      'skipped',
      'own-change',
    ],
    ['not even with a mention of oneself', { isOwn: true, comment: mention }, false, 'skipped', 'own-change'],
    ['own changes stay own while paused', { isOwn: true }, true, 'skipped', 'own-change'],
    ['a mention is told', { comment: mention }, false, 'notified', 'mentions-you'],
    [
      'a mention comes first',
      { comment: mention, relation: { ...none, assigned: true } },
      false,
      'notified',
      'mentions-you',
    ],
    [
      'a task of mine is told',
      { relation: { ...none, assigned: true, watching: true } },
      false,
      'notified',
      'assigned-to-you',
    ],
    [
      'one taken from me is told',
      { relation: { ...none, wasAssigned: true } },
      false,
      'notified',
      'was-assigned-to-you',
    ],
    [
      'one I created is told',
      { relation: { ...none, created: true, watching: true } },
      false,
      'notified',
      'created-by-you',
    ],
    ['one I watch is told', { relation: { ...none, watching: true } }, false, 'notified', 'watched-by-you'],
    ['a comment on a task of others is not', { comment }, false, 'skipped', 'filtered'],
    ['any change on a task of others is not', {}, false, 'skipped', 'filtered'],
    ['what would be told is kept back while paused', { comment: mention }, true, 'skipped', 'paused'],
    ['what would not be told has its own reason while paused', {}, true, 'skipped', 'filtered'],
  ])('%s', (_, account, isPaused, kind, reason) => {
    expect(decide({ account: anAccount({ relation: none, ...account }) }, { isPaused })).toEqual({ kind, reason });
  });
});

describe('what was decided', () => {
  it.each([
    ['notified', 'watched-by-you', true],
    ['skipped', 'paused', true],
    ['skipped', 'own-change', false],
    ['skipped', 'filtered', false],
  ] as const)('%s because of %s stays unread: %s', (kind, reason, isUnread) => {
    expect(staysUnread({ kind, reason })).toBe(isUnread);
  });
});
