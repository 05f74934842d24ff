import { type Bridge, type PreloadBridge, fail, readReply } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import { readPageEvent } from './read-page-event.ts';

/** The bridge inside the desktop app: over what the preload exposes. It is connected as long as the page lives. */
export const createIpcBridge = (preload: PreloadBridge, words: () => PageMessages['connection']): Bridge => ({
  request: async (name, payload) => {
    try {
      return readReply(name, await preload.request(name, payload), words().notUnderstood);
    } catch {
      return fail({ code: 'unexpected', message: words().appHangs });
    }
  },
  subscribe: (listener, connected) => {
    const unsubscribe = preload.subscribe((wire) => {
      const event = readPageEvent(wire);
      if (event) listener(event);
    });
    connected(true);
    return unsubscribe;
  },
});
