import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type PageEvent, channels, succeed } from '../../electron/contract/index.ts';
import { type PageContents, type RequestChannel, createPageChannel } from '../../electron/shell/ipc.ts';
import { type SenderFrame, isTrustedSender } from '../../electron/shell/ipc-sender.ts';
import { createMemoryLog } from './memory-log.ts';

const ownFrame: SenderFrame = { url: 'app://redbooth-notifier/', parent: null };

describe('a request', () => {
  it.each<[string, boolean, SenderFrame | null | undefined, boolean]>([
    ['the main frame of our window', true, ownFrame, true],
    ['a window that is not ours', false, ownFrame, false],
    ['a frame inside the page', false, { ...ownFrame, parent: {} }, true],
    ['a foreign page in our window', false, { url: 'https://example.com/', parent: null }, true],
    ['a page that begins like ours', false, { url: 'app://redbooth-notifier.example.com/', parent: null }, true],
    ['an empty page', false, { url: 'about:blank', parent: null }, true],
    ['a frame without an address', false, { url: '', parent: null }, true],
    ['a frame that is gone', false, null, true],
    ['nothing that can be told', false, undefined, true],
  ])('from %s is trusted: %s', (_name, expected, frame, isOurWindow) => {
    expect(isTrustedSender(frame, isOurWindow)).toBe(expected);
  });
});

type Listener = Parameters<RequestChannel['handle']>[1];

const createPage = () => {
  const events = new EventEmitter();
  const sent: PageEvent[] = [];
  let isDestroyed = false;
  const contents: PageContents = {
    send: (channel, event) => void (channel === channels.event && sent.push(event)),
    on: (event, listener) => events.on(event, listener),
    isDestroyed: () => isDestroyed,
  };
  return {
    contents,
    sent,
    finishLoad: () => void events.emit('did-finish-load'),
    navigate: () => void events.emit('did-navigate'),
    destroy: () => {
      isDestroyed = true;
      events.emit('destroyed');
    },
  };
};

const open = () => {
  const handlers = new Map<string, Listener>();
  const asked: unknown[] = [];
  const log = createMemoryLog();
  const channel = createPageChannel({
    ipc: {
      handle: (name, listener) => void handlers.set(name, listener),
      removeHandler: (name) => void handlers.delete(name),
    },
    dispatch: async (name, payload) => {
      asked.push([name, payload]);
      return succeed('answer');
    },
    log,
  });
  const request = (sender: object, senderFrame: SenderFrame | null) =>
    handlers.get(channels.request)?.({ sender, senderFrame }, 'overview', null);
  return { channel, handlers, asked, log, request };
};

const read = (id: string): PageEvent => ({ event: 'changes-read', which: [id] });

describe('the request channel', () => {
  it('dispatches what our page asks and gives the answer back', async () => {
    const { channel, request, asked } = open();
    const page = createPage();
    channel.attach(page.contents);
    expect(await request(page.contents, ownFrame)).toEqual({ ok: true, value: 'answer' });
    expect(asked).toEqual([['overview', null]]);
  });

  it('refuses a stranger without asking the app, and says so in the log', async () => {
    const { channel, request, asked, log } = open();
    channel.attach(createPage().contents);
    expect(await request({}, ownFrame)).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    expect(asked).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });

  it('refuses a window that is gone', async () => {
    const { channel, request } = open();
    const page = createPage();
    channel.attach(page.contents);
    page.destroy();
    expect(await request(page.contents, ownFrame)).toMatchObject({ ok: false });
  });

  it('is closed by dispose', () => {
    const { channel, handlers } = open();
    channel.dispose();
    expect([...handlers]).toEqual([]);
  });
});

describe('an event', () => {
  it('waits until the page has loaded, and keeps its place', () => {
    const { channel } = open();
    const page = createPage();
    channel.attach(page.contents);
    channel.send(read('1'));
    channel.send(read('2'));
    page.navigate();
    expect(page.sent).toEqual([]);
    page.finishLoad();
    channel.send(read('3'));
    expect(page.sent).toEqual([read('1'), read('2'), read('3')]);
  });

  it('that waited for one document is not given to the next, which asks for everything itself', () => {
    const { channel } = open();
    const page = createPage();
    channel.attach(page.contents);
    page.navigate();
    page.finishLoad();
    page.navigate();
    channel.send(read('1'));
    page.navigate();
    page.finishLoad();
    expect(page.sent).toEqual([]);
  });

  it('does not pile up for a page that never loads', () => {
    const { channel } = open();
    const page = createPage();
    channel.attach(page.contents);
    for (let id = 1; id <= 600; id += 1) channel.send(read(String(id)));
    page.finishLoad();
    expect(page.sent).toHaveLength(500);
    expect(page.sent.at(-1)).toEqual(read('600'));
  });

  it('is not sent to a window that is gone', () => {
    const { channel } = open();
    const page = createPage();
    channel.attach(page.contents);
    page.finishLoad();
    page.destroy();
    channel.send(read('1'));
    expect(page.sent).toEqual([]);
  });
});
