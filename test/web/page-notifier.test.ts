import { expect, it } from 'vitest';
import type { PageEvent } from '../../electron/contract/index.ts';
import { createPageNotifier } from '../../electron/web/page-notifier.ts';
import { english } from '../../electron/messages/en/index.ts';

const notification = {
  id: '7',
  replaces: '6',
  title: 'Bo assigned you “Book venue”',
  body: 'Autumn summit · due 3 Dec',
  url: 'https://redbooth.com/a/#!/projects/1/tasks/2',
  changeIds: ['3'],
  actions: ['resolve', 'comment', 'open'],
  isSilent: false,
  sound: null,
  buttonWords: english.buttons,
} as const;

it('gives a page what it needs to raise the notification, and no address', async () => {
  const sent: PageEvent[] = [];
  await createPageNotifier({ send: (event) => sent.push(event) > 0 }).show(notification);
  const { url: _url, actions: _actions, buttonWords: _words, sound: _sound, ...needed } = notification;
  expect(sent).toEqual([{ event: 'notification', notification: needed }]);
});

it.each([true, false])('counts as shown, whether a page is connected or not: %s', async (isConnected) => {
  const showing = await createPageNotifier({ send: () => isConnected }).show(notification);
  expect(showing).toEqual({ state: 'shown' });
});
