import { createPlural } from '../../../electron/contract/index.ts';
import { header } from './header.ts';

/** Everything that the page itself says in English: the source, whose shape every other language has to have. */
export const english = {
  plural: createPlural('en'),
  header,
};

/** A message for everything the page says: plain text, or a function of what it speaks about. A missing one is a type error. */
export type PageMessages = typeof english;
