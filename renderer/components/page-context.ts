import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageNotifications } from '../browser/page-notifications.ts';
import type { Store } from '../state/store.ts';

export type PageContext = {
  readonly store: Store;
  readonly now: ReadonlySignal<number>;
  readonly notifications: PageNotifications;
};

const context = createContext<PageContext | null>(null);

export const PageContextProvider = context.Provider;

/** What the page was composed with. */
export const usePage = (): PageContext => {
  const page = useContext(context);
  if (page === null) throw new Error('A view was drawn outside the page.');
  return page;
};
