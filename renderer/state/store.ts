import { type ReadonlySignal, batch, signal } from '@preact/signals';
import {
  type Bridge,
  type ChangeFilter,
  type ChangeRow,
  type Copied,
  type Failure,
  type Opened,
  type Overview,
  type PageEvent,
  type RequestAnswer,
  type RequestName,
  type RequestPayload,
  type Result,
  noFilter,
} from '../../electron/contract/index.ts';
import type { Speech } from '../messages/speech.ts';
import { type Announcer, createAnnouncer } from './announcer.ts';
import { type ChangeList, createChangeList } from './change-list.ts';
import { type ListView, type Narrowing, createNarrowing } from './list-view.ts';
import { type PreferenceList, createPreferenceList } from './preferences.ts';
import { type ReadMarks, createReadMarks } from './read-marks.ts';
import { type RowMenu, createRowMenu } from './row-menu.ts';
import { type TaskActions, createTaskActions } from './task-actions.ts';
import { type TaskPane, createTaskPane } from './task-pane.ts';

type Connection = 'connecting' | 'connected' | 'lost';
type WantedView = Extract<PageEvent, { event: 'show-view' }>['view'];
type PageNotification = Extract<PageEvent, { event: 'notification' }>['notification'];
/** The requests that only do something: what came of them arrives as a new overview. */
type Command =
  | 'check-for-updates'
  | 'download-update'
  | 'install-update'
  | 'add-hook-url'
  | 'rename-hook-url'
  | 'revoke-hook-url'
  | 'rotate-hook-url'
  | 'replay-request'
  | 'dismiss-notice'
  | 'choose-hook-source'
  | 'test-notification'
  | 'finish-welcome'
  | 'pause'
  | 'resume'
  | 'cancel-sign-in'
  | 'sign-out';
/** The requests whose answer, or failure, is shown by the view that asks. */
type Question =
  | 'organizations'
  | 'team-settings'
  | 'choose-team'
  | 'tunnel-settings'
  | 'choose-tunnel'
  | 'choose-hook-source'
  | 'play-sound'
  | 'system-settings'
  | 'change-updates'
  | 'export-settings'
  | 'preview-settings-import'
  | 'import-settings'
  | 'preview-settings-reset'
  | 'reset-settings'
  | 'release-notes'
  | 'change-system-settings'
  | 'received-requests'
  | 'run-checks'
  | 'sign-in-settings'
  | 'start-demo'
  | 'save-application'
  | 'allow-weak-storage'
  | 'mutes'
  | 'unmute'
  | 'facets'
  | 'history-settings'
  | 'change-history-settings'
  | 'delete-history-now';
type CopyRequest =
  | 'copy-local-address'
  | 'copy-diagnostics'
  | 'copy-checks'
  | 'copy-hook-url'
  | 'copy-organization-message'
  | 'copy-request-as-curl'
  | 'copy-redirect-address';
/** The requests that open something outside the app. */
type OpenRequest =
  'open-hooks-page' | 'open-organization-hooks-page' | 'open-applications-page' | 'open-notification-settings';

export type StorePorts = {
  readonly bridge: Bridge;
  readonly openLink: (address: string) => void;
  /** The language of just now. */
  readonly speech: () => Pick<Speech, 'messages' | 'locale'>;
  readonly notifications: {
    readonly show: (notification: PageNotification) => void;
    /** Changes were read, by whatever page. */
    readonly read: (which: 'all' | readonly string[]) => void;
  };
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
  readonly isAtTop: () => boolean;
  /** How the list was looked at last, and the way to keep it for the next start. */
  readonly listView: { readonly remembered: ListView; readonly remember: (view: ListView) => void };
};

/** Everything the page knows, and everything it can ask of the app. */
export type Store = {
  readonly overview: ReadonlySignal<Overview | null>;
  readonly connection: ReadonlySignal<Connection>;
  readonly changes: ChangeList;
  readonly narrowing: Narrowing;
  readonly marks: ReadMarks;
  readonly pane: TaskPane;
  readonly actions: TaskActions;
  readonly rowMenu: RowMenu;
  readonly preferences: PreferenceList;
  readonly announcer: Announcer;
  /** The last thing that went wrong, until dismissed. */
  readonly trouble: ReadonlySignal<Failure | null>;
  readonly dismissTrouble: () => void;
  /** Something of the page itself went wrong. */
  readonly failed: (failure: Failure) => void;
  /** How often the list was asked for from outside of it, which brings it to the front. */
  readonly listWanted: ReadonlySignal<number>;
  /** The view that the app itself asked for last, until it is shown. */
  readonly wantedView: ReadonlySignal<WantedView | null>;
  readonly showedWantedView: () => void;
  /** A change that is listed, or shown in full; null for any other. */
  readonly row: (id: string) => ChangeRow | null;
  /** Shows the task of a change in full, which reads the change. */
  showTask(id: string, takesFocus: boolean): void;
  /** The same for a change that may not be listed. */
  showRow(row: ChangeRow): void;
  /** Shows the list again, and leads back to where one came from. */
  readonly hideTask: () => void;
  openChange(id: string): Promise<void>;
  openNotification(id: string): Promise<void>;
  open<Name extends OpenRequest>(name: Name, payload: RequestPayload<Name>): Promise<void>;
  readonly markRead: ReadMarks['markRead'];
  readonly markUnread: ReadMarks['markUnread'];
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
export const createStore = (ports: StorePorts): Store => {
  const { bridge, openLink, notifications, schedule, isAtTop, listView, speech } = ports;
  const overview = signal<Overview | null>(null);
  const connection = signal<Connection>('connecting');
  const trouble = signal<Failure | null>(null);
  const wantedView = signal<WantedView | null>(null);
  const listWanted = signal(0);
  const announcer = createAnnouncer(schedule, () => speech().messages.list);
  const failed = (failure: Failure): void => {
    // While the connection is lost the page says that already, and once is enough.
    if (connection.value !== 'lost') trouble.value = failure;
  };
  const { remembered, remember } = listView;
  const changes = createChangeList({ bridge, failed, remembered, isAtTop });
  const narrowing = createNarrowing({
    bridge,
    changes,
    remember,
    say: announcer.say,
    words: () => speech().messages.filters,
    schedule,
  });
  const pane = createTaskPane({ bridge, rowOf: changes.row, schedule });
  /** What is shown in full may not be listed any more. */
  const rowOf = (id: string): ChangeRow | null =>
    changes.row(id) ?? (pane.row.value?.id === id ? pane.row.value : null);
  const taskIs = (task: Pick<ChangeRow, 'accountId' | 'taskId' | 'isResolved'>): void => {
    changes.taskIs(task);
    pane.hear(task);
  };
  const actions = createTaskActions({
    bridge,
    row: rowOf,
    taskIs,
    say: announcer.say,
    words: () => speech().messages.task,
  });
  const rowMenu = createRowMenu({
    bridge,
    select: (id) => changes.select(id),
    say: announcer.say,
    failed,
    notificationMute: () => overview.value?.notificationMute ?? null,
    speech,
  });
  const preferences = createPreferenceList({ bridge });
  const patch = (part: Partial<Overview>): void => {
    if (overview.value) overview.value = { ...overview.value, ...part };
  };

  const unreadAre = (unread: number): void => patch({ unread });
  const marks = createReadMarks({
    bridge,
    changes,
    unreadAre,
    failed,
    say: announcer.say,
    words: () => speech().messages.filters,
  });

  let overviewsSeen = 0;
  const takeOverview = (fresh: Overview): void => {
    overviewsSeen += 1;
    const before = overview.value;
    overview.value = fresh;
    // What rows and tasks say is the app’s.
    if (before === null || before.language === fresh.language) return;
    void changes.retell();
    if (pane.row.value !== null) void pane.reload();
  };
  const readOverview = async (): Promise<void> => {
    const before = overviewsSeen;
    const answer = await bridge.request('overview', null);
    if (!answer.ok) return failed(answer.failure);
    // One that was pushed meanwhile is newer than this answer.
    if (before === overviewsSeen) takeOverview(answer.value);
  };

  const showList = (filter: ChangeFilter): void => {
    listWanted.value += 1;
    void changes.show(filter);
  };
  const hear = (event: PageEvent): void => {
    switch (event.event) {
      case 'overview':
        return takeOverview(event.overview);
      case 'change':
        if (changes.push(event.row) && event.row.unread) announcer.announce(event.row.sentence);
        return pane.hear(event.row);
      case 'changes-read':
        notifications.read(event.which);
        return changes.markRead(event.which);
      case 'changes-unread':
        return changes.markUnread(event.ids);
      case 'show-list':
        pane.close();
        return showList(event.filter);
      case 'preferences':
        return preferences.hear(event.preferences);
      case 'history-deleted':
        pane.close();
        return changes.clear();
      case 'show-view':
        wantedView.value = event.view;
        return;
      case 'notification':
        return notifications.show(event.notification);
    }
  };
  const connected = (isConnected: boolean): void => {
    connection.value = isConnected ? 'connected' : 'lost';
    if (!isConnected) return;
    trouble.value = null;
    void readOverview();
    void changes.reload();
    void preferences.load();
    if (pane.row.value !== null) void pane.reload();
  };

  const opened = (answer: Opened): void => {
    if (answer.kind === 'link') openLink(answer.url);
    if (answer.kind === 'list') showList({ ...noFilter, notificationId: answer.notificationId });
  };
  const show = (row: ChangeRow, takesFocus: boolean): void => {
    changes.select(row.id);
    pane.open(row, takesFocus);
    if (row.unread) void marks.markRead(row.id);
  };

  const dispose = bridge.subscribe(hear, connected);

  return {
    overview,
    connection,
    changes,
    narrowing,
    marks,
    pane,
    actions,
    rowMenu,
    preferences,
    announcer,
    trouble,
    failed,
    listWanted,
    dismissTrouble: () => {
      trouble.value = null;
    },
    wantedView,
    showedWantedView: () => {
      wantedView.value = null;
    },
    row: rowOf,
    showTask: (id, takesFocus) => {
      const row = rowOf(id);
      if (row !== null) show(row, takesFocus);
    },
    showRow: (row) => show(row, false),
    hideTask: () => {
      const row = pane.row.value;
      batch(() => {
        pane.close();
        if (row !== null) changes.goTo(row.id);
      });
    },
    openChange: async (id) => {
      const row = rowOf(id);
      if (!row) return;
      if (!row.canOpen) return row.unread ? marks.markRead(id) : undefined;
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
    markRead: marks.markRead,
    markUnread: marks.markUnread,
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
      narrowing.dispose();
      pane.dispose();
      announcer.dispose();
    },
  };
};
