/** Opens a page of Redbooth in a new tab that knows nothing of this one. The app has checked the address already. */
export const openLink = (address: string): void => {
  try {
    const { protocol, href } = new URL(address);
    if (protocol === 'https:' || protocol === 'http:') window.open(href, '_blank', 'noopener,noreferrer');
  } catch {
    // Not an address: nothing to open.
  }
};
