import { isPageAddress } from '../page-address.ts';

/** The part of a session’s `webRequest` that the rule needs. */
export type RequestGate = {
  onBeforeRequest(
    listener: (details: { readonly url: string }, callback: (answer: { cancel: boolean }) => void) => void,
  ): void;
};

/** The page’s session loads the page’s own files and nothing else, whatever its policy would let through. */
export const denyNetwork = (requests: RequestGate): void => {
  requests.onBeforeRequest(({ url }, callback) => callback({ cancel: !isPageAddress(url) && !isInternal(url) }));
};

/** The developer tools of an unpacked build, and images inside the page’s own style sheets. */
const isInternal = (url: string): boolean => /^(devtools|data):/.test(url);
