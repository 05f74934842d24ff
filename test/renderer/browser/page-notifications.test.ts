import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageEvent } from '../../../electron/contract/index.ts';
import { createPageNotifications } from '../../../renderer/browser/page-notifications.ts';

type PageNotification = Extract<PageEvent, { event: 'notification' }>['notification'];

const raised: BrowserNotification[] = [];

/** The browser’s own, as far as it matters. */
class BrowserNotification extends EventTarget {
  static readonly permission = 'granted';
  readonly title: string;
  readonly silent: boolean;
  isClosed = false;
  constructor(title: string, { silent }: { silent: boolean }) {
    super();
    this.title = title;
    this.silent = silent;
    raised.push(this);
  }
  close(): void {
    this.isClosed = true;
    this.dispatchEvent(new Event('close'));
  }
}

beforeEach(() => {
  raised.length = 0;
  vi.stubGlobal('Notification', BrowserNotification);
  vi.stubGlobal('window', globalThis);
});
afterEach(() => void vi.unstubAllGlobals());

const text = (id: string, changeIds: string[], part: Partial<PageNotification> = {}): PageNotification => ({
  id,
  replaces: null,
  title: id,
  body: '',
  isSilent: false,
  changeIds,
  ...part,
});

const closed = (): readonly string[] => raised.filter(({ isClosed }) => isClosed).map(({ title }) => title);

it('a notification is taken down once all of its changes are read, by whatever page', () => {
  const notifications = createPageNotifications(() => undefined);
  notifications.show(text('a', ['1', '2']));
  notifications.show(text('b', ['3']));
  notifications.read(['1', '3']);
  expect(closed()).toEqual(['b']);
  notifications.read(['2']);
  expect(closed()).toEqual(['a', 'b']);
});

it('all are taken down when all is read, but for those that tell of no change', () => {
  const notifications = createPageNotifications(() => undefined);
  notifications.show(text('a', ['1']));
  notifications.show(text('test', []));
  notifications.read('all');
  expect(closed()).toEqual(['a']);
});

it('one that replaces another stands for its changes, too, and makes no sound again', () => {
  const notifications = createPageNotifications(() => undefined);
  notifications.show(text('a', ['1']));
  notifications.show(text('b', ['2'], { replaces: 'a' }));
  notifications.read(['2']);
  expect(closed()).toEqual(['a']);
  notifications.read(['1']);
  expect(closed()).toEqual(['a', 'b']);
  expect(raised.map(({ silent }) => silent)).toEqual([false, true]);
});

it('none makes a sound when the user wants none', () => {
  createPageNotifications(() => undefined).show(text('a', ['1'], { isSilent: true }));
  expect(raised.map(({ silent }) => silent)).toEqual([true]);
});
