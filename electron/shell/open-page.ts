import type { Opened } from '../contract/index.ts';
import type { Log } from '../core/log.ts';
import { isOpenable } from '../core/redbooth/links.ts';

export type OpenPagePorts = {
  readonly openExternal: (url: string) => Promise<void>;
  /** The configured Redbooth. */
  readonly origin: string;
  readonly log: Log;
};

/**
 * Opens a page of Redbooth in the user’s browser. The gate is asked here once more, whoever calls: what the system opens by
 * other schemes are programs. Never rejects; `nothing` when the page was refused or no browser took it.
 */
export const createOpenPage =
  ({ openExternal, origin, log }: OpenPagePorts) =>
  async (url: string): Promise<Opened> => {
    if (!isOpenable(url, origin)) {
      log.warn('An address that is not a page of Redbooth was not opened.');
      return { kind: 'nothing' };
    }
    // Not from inside an event of the window or the notification: the system’s call may block.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await openExternal(url);
      return { kind: 'opened' };
    } catch (error) {
      log.error(`The browser could not be opened: ${String(error)}`);
      return { kind: 'nothing' };
    }
  };
