import { isPageAddress } from './page-address.ts';

/** The frame that sent a message, as far as the check looks at it. */
export type SenderFrame = { readonly url: string; readonly parent: object | null };

/**
 * Whether a message may be answered: it comes from the main frame of one of our windows, on the page’s own origin. A frame
 * that is gone proves nothing and is refused (Electron’s checklist, 17).
 */
export const isTrustedSender = (frame: SenderFrame | null | undefined, isOurWindow: boolean): boolean =>
  isOurWindow && frame !== null && frame !== undefined && frame.parent === null && isPageAddress(frame.url);
