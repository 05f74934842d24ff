import type { Clipboard } from 'electron';
import type { RequestAnswer } from '../contract/index.ts';

/** Puts a text on the clipboard: the page has no permission to. */
export const createCopyText =
  (clipboard: Pick<Clipboard, 'writeText'>) =>
  async (text: string): Promise<RequestAnswer<'copy-hook-url'>> => {
    await clipboard.writeText(text);
    return { kind: 'copied' };
  };
