import type { Bridge, PreloadBridge } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import { openEventStream } from './event-stream.ts';
import { createHttpBridge } from './http-bridge.ts';
import { createIpcBridge } from './ipc-bridge.ts';
import { takeLinkToken } from './link-token.ts';

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to Window
  interface Window {
    /** There in the desktop app only. */
    readonly notifier?: PreloadBridge;
  }
}

const schedule = (milliseconds: number, task: () => void): (() => void) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};

/** The bridge of the host that this page runs in. On the headless host, a link's token is traded for a session first. */
export const chooseBridge = async (
  unauthorized: () => void,
  words: () => PageMessages['connection'],
): Promise<Bridge> => {
  if (window.notifier) return createIpcBridge(window.notifier, words);
  const bridge = createHttpBridge({
    fetch: (path, init) => window.fetch(path, init),
    openStream: openEventStream,
    schedule,
    unauthorized,
    words,
  });
  // A fresh link pasted into a tab that shows this page changes only the fragment.
  const signInAgain = async (token: string): Promise<void> => {
    await bridge.signIn(token);
    window.location.reload();
  };
  window.addEventListener('hashchange', () => {
    const fresh = takeLinkToken(window);
    if (fresh !== null) void signInAgain(fresh);
  });
  const token = takeLinkToken(window);
  if (token !== null) await bridge.signIn(token);
  return bridge;
};
