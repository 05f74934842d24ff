import { type ReadonlySignal, batch, signal } from '@preact/signals';
import type {
  Bridge,
  Copied,
  Failure,
  Opened,
  Overview,
  PageEvent,
  RequestAnswer,
  RequestName,
  RequestPayload,
  Result,
} from '../../electron/contract/index.ts';
import { type Announcer, createAnnouncer } from './announcer.ts';
import { type ChangeList, createChangeList } from './change-list.ts';

type Connection = 'connecting' | 'connected' | 'lost';
type PageNotification = Extract<PageEvent, { event: 'notification' }>['notification'];
/** The requests that only do something: what came of them arrives as a new overview. */
type Command =
  | 'add-hook-url'
  | 'rename-hook-url'
  | 'revoke-hook-url'
  | 'rotate-hook-url'
  | 'replay-request'
  | 'dismiss-notice'
  | 'pause'
  | 'resume'
  | 'cancel-sign-in'
  | 'sign-out';
/** The requests whose answer, or failure, is shown by the view that asks. */
type Question =
  | 'organizations'
  | 'tunnel-settings'
  | 'choose-tunnel'
  | 'received-requests'
  | 'sign-in-settings'
  | 'save-application'
  | 'allow-weak-storage';
type CopyRequest =
  | 'copy-local-address'
  | 'copy-hook-url'
  | 'copy-organization-message'
  | 'copy-request-as-curl'
  | 'copy-redirect-address';
/** The requests that open a page of Redbooth. */
type OpenRequest = 'open-hooks-page' | 'open-organization-hooks-page' | 'open-applications-page';

export type StorePorts = {
  readonly bridge: Bridge;
  readonly openLink: (address: string) => void;
  readonly showNotification: (notification: PageNotification) => void;
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
  readonly isAtTop: () => boolean;
};

/** Everything the page knows, and everything it can ask of the app. */
export type Store = {
  readonly overview: ReadonlySignal<Overview | null>;
  readonly connection: ReadonlySignal<Connection>;
  readonly changes: ChangeList;
  readonly announcer: Announcer;
  /** The last thing that went wrong, until dismissed. */
  readonly trouble: ReadonlySignal<Failure | null>;
  readonly dismissTrouble: () => void;
  openChange(id: string): Promise<void>;
  openNotification(id: string): Promise<void>;
  open<Name extends OpenRequest>(name: Name, payload: RequestPayload<Name>): Promise<void>;
  markRead(id: string): Promise<void>;
  markAllRead(): Promise<void>;
  readonly testReachability: () => Promise<void>;
  /** Says whether the text is on the clipboard, or gives it for the page to copy. */
  copy<Name extends CopyRequest>(name: Name, payload: RequestPayload<Name>): Promise<Copied>;
  ask<Name extends Question>(name: Name, payload: RequestPayload<Name>): Promise<Result<RequestAnswer<Name>, Failure>>;
  /** Says whether it was done; what went wrong is the page's trouble. */
  run<Name extends Command>(name: Name, payload: RequestPayload<Name>): Promise<boolean>;
  /** Opens Redbooth’s page to sign in. A link is opened already; it is given for the case that the browser held it back. */
  signIn(): Promise<Result<Opened, Failure>>;
  dispose(): void;
};

/** Makes the page's state and connects it to the app. Nothing is polled: the app pushes what changes. */
export const createStore = ({ bridge, openLink, showNotification, schedule, isAtTop }: StorePorts): Store => {
  const overview = signal<Overview | null>(null);
  const connection = signal<Connection>('connecting');
  const trouble = signal<Failure | null>(null);
  const announcer = createAnnouncer(schedule);
  const failed = (failure: Failure): void => {
    // While the connection is lost the page says that already, and once is enough.
    if (connection.value !== 'lost') trouble.value = failure;
  };
  const changes = createChangeList({ bridge, failed, isAtTop });
  const patch = (part: Partial<Overview>): void => {
    if (overview.value) overview.value = { ...overview.value, ...part };
  };

  let overviewsSeen = 0;
  const takeOverview = (fresh: Overview): void => {
    overviewsSeen += 1;
    overview.value = fresh;
  };
  const readOverview = async (): Promise<void> => {
    const before = overviewsSeen;
    const answer = await bridge.request('overview', null);
    if (!answer.ok) return failed(answer.failure);
    // One that was pushed meanwhile is newer than this answer.
    if (before === overviewsSeen) takeOverview(answer.value);
  };

  const hear = (event: PageEvent): void => {
    switch (event.event) {
      case 'overview':
        return takeOverview(event.overview);
      case 'change':
        if (changes.push(event.row) && event.row.unread) announcer.announce(event.row.sentence);
        return;
      case 'changes-read':
        return changes.markRead(event.which);
      case 'history-deleted':
        return changes.clear();
      case 'notification':
        return showNotification(event.notification);
    }
  };
  const connected = (isConnected: boolean): void => {
    connection.value = isConnected ? 'connected' : 'lost';
    if (!isConnected) return;
    trouble.value = null;
    void readOverview();
    void changes.reload();
  };

  const opened = (answer: Opened): void => {
    if (answer.kind === 'link') openLink(answer.url);
  };
  const readSome = async (id: string): Promise<void> => {
    const answer = await bridge.request('read-changes', { which: 'some', ids: [id] });
    if (!answer.ok) return failed(answer.failure);
    batch(() => {
      changes.markRead([id]);
      patch({ unread: answer.value.unread });
    });
  };

  const dispose = bridge.subscribe(hear, connected);

  return {
    overview,
    connection,
    changes,
    announcer,
    trouble,
    dismissTrouble: () => {
      trouble.value = null;
    },
    openChange: async (id) => {
      const row = changes.rows.value.find((row) => row.id === id);
      if (!row) return;
      if (!row.canOpen) return row.unread ? readSome(id) : undefined;
      const answer = await bridge.request('open-change', { id });
      if (!answer.ok) return failed(answer.failure);
      changes.markRead([id]);
      opened(answer.value);
    },
    openNotification: async (id) => {
      const answer = await bridge.request('open-notification', { id });
      if (answer.ok) opened(answer.value);
      else failed(answer.failure);
    },
    open: async <Name extends OpenRequest>(name: Name, payload: RequestPayload<Name>) => {
      const answer = await bridge.request(name, payload);
      if (answer.ok) opened(answer.value);
      else failed(answer.failure);
    },
    markRead: readSome,
    markAllRead: async () => {
      const answer = await bridge.request('read-changes', { which: 'all' });
      if (!answer.ok) return failed(answer.failure);
      batch(() => {
        changes.markRead('all');
        patch({ unread: answer.value.unread });
      });
    },
    testReachability: async () => {
      const answer = await bridge.request('test-reachability', null);
      if (answer.ok) patch({ reachability: answer.value });
      else failed(answer.failure);
    },
    copy: async <Name extends CopyRequest>(name: Name, payload: RequestPayload<Name>) => {
      const answer = await bridge.request(name, payload);
      if (answer.ok) return answer.value;
      failed(answer.failure);
      return { kind: 'nothing' };
    },
    ask: (name, payload) => bridge.request(name, payload),
    run: async <Name extends RequestName>(name: Name, payload: RequestPayload<Name>) => {
      const answer = await bridge.request(name, payload);
      if (!answer.ok) failed(answer.failure);
      return answer.ok;
    },
    signIn: async () => {
      const answer = await bridge.request('sign-in', null);
      if (answer.ok) opened(answer.value);
      return answer;
    },
    dispose: () => {
      dispose();
      announcer.dispose();
    },
  };
};
