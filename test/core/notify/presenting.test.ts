import { describe, expect, it } from 'vitest';
import type { NotificationText, PresentedNotification, Showing } from '../../../electron/core/notify/notifier.ts';
import { createPresenter } from '../../../electron/core/notify/presenting.ts';
import type { Settings } from '../../../electron/core/settings/settings.ts';
import { readingAt } from '../../fakes/reading.ts';
import { english } from '../../../electron/messages/en/index.ts';

const oneTask: NotificationText = {
  id: '1',
  replaces: null,
  title: 'Bo on “Pricing page”',
  body: 'The numbers for Acme are wrong',
  url: 'https://redbooth.com/a/#!/projects/7/tasks/3',
  changeIds: ['11', '12'],
  actions: ['comment'],
};
const summary: NotificationText = {
  ...oneTask,
  title: '3 changes',
  url: null,
  changeIds: ['1', '2', '3'],
  actions: [],
};
const goneTask: NotificationText = { ...oneTask, title: '“Old banner” is gone', url: null, changeIds: ['1'] };
const aboutTheApp: NotificationText = { ...summary, title: 'Your hook URL changed', body: 'Paste it', changeIds: [] };

const open = (settings: Partial<Pick<Settings, 'notificationContent' | 'notificationSound'>>, canPlay = true) => {
  const shown: PresentedNotification[] = [];
  const closed: string[] = [];
  const ended: Showing[] = [];
  let answer: Showing = { state: 'shown' };
  const presenter = createPresenter({
    notifier: {
      show: async (notification) => {
        shown.push(notification);
        return answer;
      },
      close: (ids) => closed.push(...ids),
      dispose: () => undefined,
    },
    settings: () => ({ notificationContent: 'full', notificationSound: 'system', ...settings }),
    reading: () => readingAt(0),
    sounds: { canPlay },
    health: { ended: (showing) => ended.push(showing) },
  });
  return { presenter, shown, closed, ended, answerWith: (showing: Showing) => void (answer = showing) };
};

describe('a notification whose content is private', () => {
  it.each<[string, NotificationText, string, string]>([
    ['a task', oneTask, 'A task changed', 'Click to see what changed'],
    ['a task that is gone', goneTask, 'A task changed', 'Click to see what changed'],
    ['several changes', summary, '3 tasks changed', 'Click to see what changed'],
    ['the app itself', aboutTheApp, 'Your hook URL changed', 'Paste it'],
    [
      'something that brings words of its own for it',
      { ...oneTask, discreet: { title: '2 tasks are due today', body: 'Click to see which' } },
      '2 tasks are due today',
      'Click to see which',
    ],
  ])('about %s says “%s” as “%s”', async (_name, notification, title, body) => {
    const { presenter, shown } = open({ notificationContent: 'private' });
    await presenter.show(notification);
    expect(shown).toMatchObject([{ id: notification.id, title, body, url: notification.url }]);
  });

  it('brings no word of the task to the system', async () => {
    const { presenter, shown } = open({ notificationContent: 'private' });
    await presenter.show(oneTask);
    expect(JSON.stringify(shown)).not.toMatch(/Pricing|Acme|Bo/);
  });
});

it('shows the words as they are, else', async () => {
  const { presenter, shown } = open({});
  await presenter.show({ ...oneTask, discreet: { title: 'A task changed', body: '' } });
  expect(shown).toEqual([{ ...oneTask, isSilent: false, sound: null, buttonWords: english.buttons }]);
});

it.each<[Settings['notificationSound'], boolean, { readonly isSilent: boolean; readonly sound: string | null }]>([
  ['system', true, { isSilent: false, sound: null }],
  ['none', true, { isSilent: true, sound: null }],
  ['chime', true, { isSilent: true, sound: 'chime' }],
  ['chime', false, { isSilent: false, sound: null }],
])('with the sound “%s”, where ours can be played (%s), is %o', async (notificationSound, canPlay, heard) => {
  const { presenter, shown } = open({ notificationSound }, canPlay);
  await presenter.show(oneTask);
  expect(shown).toMatchObject([heard]);
});

it('hands on what became of it, to whoever asked and to those who watch', async () => {
  const { presenter, ended, answerWith } = open({});
  answerWith({ state: 'failed', reason: 'refused' });
  expect(await presenter.show(oneTask)).toEqual({ state: 'failed', reason: 'refused' });
  expect(ended).toEqual([{ state: 'failed', reason: 'refused' }]);
});

it('takes down what it is told to', () => {
  const { presenter, closed } = open({});
  presenter.close(['4', '5']);
  expect(closed).toEqual(['4', '5']);
});
