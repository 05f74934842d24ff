import type { HostMessages } from '../en/index.ts';
import { tray } from './tray.ts';

/** Everything that the app itself says in Spanish. */
export const spanish: HostMessages = {
  locale: 'es-ES',
  tray,
};
