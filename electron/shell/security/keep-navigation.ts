import { isPageAddress } from '../page-address.ts';

type NavigationDetails = { readonly url?: string; preventDefault(): void };

/** The events by which contents say that they are about to go elsewhere. */
export type NavigationEvents = {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (details: NavigationDetails, url?: string) => void,
  ): unknown;
};

/** Contents stay on the page’s own origin, frames and redirects included (Electron’s checklist, 13). */
export const keepNavigation = (contents: NavigationEvents): void => {
  // Older versions hand over the address beside the event; without any address the way is barred.
  const keep = (details: NavigationDetails, url?: string): void => {
    if (!isPageAddress(details.url ?? url ?? '')) details.preventDefault();
  };
  contents.on('will-navigate', keep);
  contents.on('will-frame-navigate', keep);
  contents.on('will-redirect', keep);
};
