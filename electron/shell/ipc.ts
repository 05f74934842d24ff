import { type Dispatch, type PageEvent, channels, fail } from '../contract/index.ts';
import type { Log } from '../core/log.ts';
import { type SenderFrame, isTrustedSender } from './ipc-sender.ts';

/** The part of `ipcMain` that is used. */
export type RequestChannel = {
  handle(
    channel: string,
    listener: (
      event: { readonly sender: object; readonly senderFrame: SenderFrame | null },
      name: unknown,
      payload: unknown,
    ) => Promise<unknown>,
  ): void;
  removeHandler(channel: string): void;
};

/** The part of a window’s contents that is used. */
export type PageContents = {
  send(channel: string, event: PageEvent): void;
  on(event: 'did-finish-load' | 'did-navigate' | 'destroyed', listener: () => void): unknown;
  isDestroyed(): boolean;
};

/** The page’s way in and the app’s way out. */
export type PageChannel = {
  /** Lets the contents of one of our windows in, until they are destroyed. */
  attach(contents: PageContents): void;
  /** Sends to every page of ours; one that is still loading gets it when it has finished. */
  send(event: PageEvent): void;
  dispose(): void;
};

// A page takes a moment to load; one that never finishes must not pile up events for ever.
const mostWaiting = 500;

/** Opens the two channels of the contract: requests are dispatched for trusted senders only. */
export const createPageChannel = (ports: {
  readonly ipc: RequestChannel;
  readonly dispatch: Dispatch;
  readonly log: Log;
}): PageChannel => {
  const { ipc, dispatch, log } = ports;
  /** Null: the page has loaded. Otherwise, what waits until it has. */
  const pages = new Map<object, { readonly contents: PageContents; waiting: PageEvent[] | null }>();

  ipc.handle(channels.request, async ({ sender, senderFrame }, name, payload) => {
    if (isTrustedSender(senderFrame, pages.has(sender))) return dispatch(name, payload);
    log.warn('A request that did not come from the app’s own page was refused.');
    return fail({ code: 'bad-request', message: 'The app answers its own page only.' });
  });

  return {
    attach: (contents) => {
      const page: { readonly contents: PageContents; waiting: PageEvent[] | null } = { contents, waiting: [] };
      pages.set(contents, page);
      let isFirst = true;
      contents.on('did-navigate', () => {
        // What waits for the first document is why its window was opened. A later one asks for everything itself: what waited for
        // the one before is of no use to it.
        if (!isFirst) page.waiting = [];
        isFirst = false;
      });
      contents.on('did-finish-load', () => {
        const waiting = page.waiting ?? [];
        page.waiting = null;
        for (const event of waiting) contents.send(channels.event, event);
      });
      contents.on('destroyed', () => void pages.delete(contents));
    },
    send: (event) => {
      for (const { contents, waiting } of pages.values()) {
        if (contents.isDestroyed()) continue;
        if (waiting === null) contents.send(channels.event, event);
        else if (waiting.push(event) > mostWaiting) waiting.shift();
      }
    },
    dispose: () => {
      ipc.removeHandler(channels.request);
      pages.clear();
    },
  };
};
