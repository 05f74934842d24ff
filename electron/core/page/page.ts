import { type Dispatch, type Opened, type PageEvent, createDispatch } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Log } from '../log.ts';
import { openNotification } from './change-handlers.ts';
import { type HandlerPorts, createHandlers } from './handlers.ts';
import { rowOf } from './rows.ts';

export type PagePorts = Omit<HandlerPorts, 'markRead' | 'store'> & {
  readonly store: HandlerPorts['store'] & Pick<ChangeStore, 'markRead'>;
  readonly log: Log;
};

/** Everything between the app and its pages. */
export type Page = {
  readonly dispatch: Dispatch;
  readonly subscribe: (listener: (event: PageEvent) => void) => () => void;
  readonly publish: (event: PageEvent) => void;
  readonly publishOverview: () => void;
  /** Tells the rows of these changes, which are new or have changed, and the overview. */
  readonly publishChanges: (changeIds: readonly string[]) => void;
  readonly clickNotification: (id: string) => Promise<Opened>;
  dispose(): void;
};

/** Makes the page's side of the app: its requests, and the events pushed to it. */
export const createPage = (ports: PagePorts): Page => {
  const { clock, log, store, overview } = ports;
  const listeners = new Set<(event: PageEvent) => void>();

  const publish = (event: PageEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const publishOverview = (): void => {
    if (listeners.size > 0) publish({ event: 'overview', overview: overview() });
  };
  const markRead = (ids: readonly string[] | null): void => {
    if (store.markRead(ids) === 0) return;
    publish({ event: 'changes-read', which: ids === null ? 'all' : [...ids] });
    publishOverview();
  };

  return {
    dispatch: createDispatch(createHandlers({ ...ports, markRead }), (error) =>
      log.error(
        `A request of the page failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      ),
    ),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish,
    publishOverview,
    publishChanges: (changeIds) => {
      for (const id of changeIds) {
        const change = store.change(id);
        if (change !== null) publish({ event: 'change', row: rowOf(change, clock.now()) });
      }
      publishOverview();
    },
    clickNotification: async (id) => (await openNotification({ ...ports, markRead }, id)) ?? { kind: 'nothing' },
    dispose: () => listeners.clear(),
  };
};
