import { expect, it } from 'vitest';
import { fail, succeed } from '../../../electron/contract/index.ts';
import { actOnNotification } from '../../../electron/core/acting/act-on-notification.ts';
import type { Wish } from '../../../electron/core/acting/wish.ts';
import { aChange } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

/** Notification 5 tells of changes 1 and 2. */
const start = (failure: string | null = null) => {
  const wishes: (readonly [string, Wish])[] = [];
  const read: string[] = [];
  const told: unknown[] = [];
  const muted: unknown[] = [];
  const remembered: unknown[] = [];
  const ports: Parameters<typeof actOnNotification>[0] = {
    clock: { now: () => 0 },
    reading: () => readingAt(0),
    ledger: {
      notification: (id) => (id === '5' ? { url: 'https://redbooth.com/a/#!/7', changeIds: ['1', '2'] } : null),
    },
    store: { change: (id) => aChange({}, { id }) },
    acting: {
      act: async (...wish) => {
        wishes.push(wish);
        return failure === null
          ? succeed({ isResolved: true })
          : fail({ code: 'task-not-changed', message: failure } as const);
      },
    },
    mutes: {
      mute: (change, kind, until) => {
        muted.push([change.taskId, kind, until]);
        return { id: '1', accountId: '1', kind, subjectId: change.taskId, until };
      },
      unreadOf: () => ['2', '3'],
    },
    lastNotificationMute: { set: (mute) => void remembered.push(mute) },
    publishOverview: () => void remembered.push('told to the page'),
    markRead: (ids) => {
      read.push(...ids);
      return 9_000;
    },
    tell: (text) => void told.push(text),
  };
  return { ports, wishes, read, told, muted, remembered };
};

it('is done to the task of the newest change, and all that was told is read', async () => {
  const { ports, wishes, read, told } = start();
  await actOnNotification(ports, '5', 'resolve', '');
  expect(wishes).toEqual([['2', { kind: 'resolve' }]]);
  expect(read).toEqual(['1', '2']);
  expect(told).toEqual([]);
});

it('sends what was typed as a comment', async () => {
  const { ports, wishes } = start();
  await actOnNotification(ports, '5', 'comment', ' On it \n');
  expect(wishes).toEqual([['2', { kind: 'comment', body: 'On it' }]]);
});

it.each([
  ['resolve', 'Resolving “Book venue” failed'],
  ['reopen', 'Reopening “Book venue” failed'],
  ['comment', 'Commenting on “Book venue” failed'],
] as const)(
  'tells a failure to %s by a notification of its own, and leaves the changes unread',
  async (action, title) => {
    const { ports, read, told } = start('Redbooth has trouble answering (503).');
    await actOnNotification(ports, '5', action, 'On it');
    expect(told).toMatchObject([
      { title, body: 'Redbooth has trouble answering (503).', url: 'https://redbooth.com/a/#!/7' },
    ]);
    expect(read).toEqual([]);
  },
);

it('does not name the task of a failure on a screen that others see', async () => {
  const { ports, told } = start('Redbooth has trouble answering (503).');
  await actOnNotification(ports, '5', 'resolve', '');
  expect(told).toMatchObject([
    { discreet: { title: 'Resolving a task failed', body: 'Redbooth has trouble answering (503).' } },
  ]);
});

it.each([
  ['of a notification that is not there', '6', 'On it'],
  ['without a word typed', '5', '  '],
])('does nothing %s', async (_name, id, text) => {
  const { ports, wishes, told } = start();
  await actOnNotification(ports, id, 'comment', text);
  expect([...wishes, ...told]).toEqual([]);
});

it('mutes the task for a day, and all that is unread of it is read', async () => {
  const { ports, wishes, read, muted, remembered } = start();
  await actOnNotification(ports, '5', 'mute', '');
  expect(muted).toEqual([['7', 'task', 24 * 3_600_000]]);
  expect(read).toEqual(['1', '2', '3']);
  expect(remembered).toEqual([{ id: '1', accountId: '1', changeId: '2', readAt: 9_000 }, 'told to the page']);
  expect(wishes).toEqual([]);
});
