import type { Copied, Dispatch, Failure, Opened, Overview, PageEvent, Result } from '../contract/index.ts';
import type { Credentials } from './account/account-access.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { HostNotifier, NotificationAction } from './notify/notifier.ts';
import type { Report } from './operator/line.ts';
import type { Fetch } from './redbooth/client-port.ts';
import type { SystemPort } from './system-port.ts';

/** What a host brings to the core. */
export type AppPorts = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** For Redbooth's API. */
  readonly fetch: Fetch;
  readonly credentials: Credentials;
  readonly notifier: HostNotifier;
  /** Takes each line of `--json`. */
  readonly report: Report;
  /** Opens a page outside the app; the address has passed the gate already. */
  readonly openPage: (url: string) => Promise<Opened>;
  readonly copyText: (text: string) => Promise<Copied>;
  readonly system: SystemPort;
};

/** The running core, as a host sees it. */
export type App = {
  /** Starts listening, the tunnel, and working off what waits in the journal. */
  start(): Promise<Result<Started, Failure>>;
  /** The page's way in. The tray uses it too. */
  readonly dispatch: Dispatch;
  overview(): Overview;
  /** Tells every page event until the returned function is called. */
  subscribe(listener: (event: PageEvent) => void): () => void;
  /** A notification was clicked: opens its page and marks its changes read. `list` and `nothing` ask the host to show the window. */
  clickNotification(id: string): Promise<Opened>;
  /**
   * A button of a notification was pressed, with the text typed for a comment: does it, and marks its changes read. What
   * fails is told by a notification of its own. `open` is a click.
   */
  actOnNotification(id: string, action: NotificationAction, text?: string): Promise<Opened>;
  /** Call after sleep, unlock or a change of network. */
  wake(): void;
  /** Finishes the write in hand and stops everything. */
  dispose(): Promise<void>;
};

export type Started = { readonly localUrl: string; readonly hookUrl: string | null };
