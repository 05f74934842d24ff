type AddressBar = {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
};

/** Takes the one-time token out of the page's address, so that it stays neither in sight nor in the history. */
export const takeLinkToken = ({ location, history }: AddressBar): string | null => {
  const token = /^#token=([\w.~-]{1,200})$/.exec(location.hash)?.[1] ?? null;
  if (location.hash.startsWith('#token')) history.replaceState(null, '', location.pathname + location.search);
  return token;
};
