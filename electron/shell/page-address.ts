/** The scheme and host of the page: an origin of its own, which no server and no file can have. */
export const pageScheme = 'app';
const pageHost = 'redbooth-notifier';

export const pageUrl = `${pageScheme}://${pageHost}/`;

/**
 * Whether an address belongs to the page’s origin. It compares parts of the parsed address, since `URL.origin` is “null”
 * for schemes of one’s own and the beginning of a text proves nothing.
 */
export const isPageAddress = (address: string): boolean => {
  try {
    const url = new URL(address);
    return (
      url.protocol === `${pageScheme}:` &&
      url.hostname === pageHost &&
      url.port === '' &&
      url.username === '' &&
      url.password === ''
    );
  } catch {
    return false;
  }
};
