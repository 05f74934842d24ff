import { createPlural } from '../../../electron/contract/index.ts';
import type { PageMessages } from '../en/index.ts';
import { header } from './header.ts';

/** Everything that the page itself says in Spanish. */
export const spanish: PageMessages = {
  plural: createPlural('es'),
  header,
};
