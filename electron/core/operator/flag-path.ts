import { isAbsolute, resolve } from 'node:path';

/** A path as a flag gives it: from the root. */
export const flagPath = (text: string | undefined): string | null =>
  text === undefined ? null : isAbsolute(text) ? text : resolve(text);
