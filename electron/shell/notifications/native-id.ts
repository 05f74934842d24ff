import { createHash } from 'node:crypto';
import type { NotificationAction } from '../../core/notify/notifier.ts';

/** A notification as the system knows it, which outlives the app: whose it is, which, and what its buttons do. */
export type NativeId = { readonly id: string; readonly actions: readonly ButtonAction[] };
export type ButtonAction = Exclude<NotificationAction, 'comment'>;

const letters: Readonly<Record<ButtonAction, string>> = { resolve: 'r', reopen: 'e', mute: 'm', open: 'o' };
const actionOf: ReadonlyMap<string, ButtonAction> = new Map([
  ['r', 'resolve'],
  ['e', 'reopen'],
  ['m', 'mute'],
  ['o', 'open'],
]);

/** Tells the notifications of one data directory from those of another, which count from 1, too. */
export const ownerOf = (dataDirectory: string): string =>
  createHash('sha256').update(dataDirectory).digest('hex').slice(0, 8);

/** The id that the system gets. Letters, digits and hyphens only: Windows puts it into an address-like text. */
export const writeNativeId = (owner: string, { id, actions }: NativeId): string =>
  `${owner}-${id}-${actions.map((action) => letters[action]).join('')}`;

/** Reads one back, whoever hands it over; null when it is not ours. */
export const readNativeId = (owner: string, text: string): NativeId | null => {
  const [, writer, id, buttons = ''] = /^([0-9a-f]{8})-(\d{1,19})-([reom]{0,4})$/.exec(text) ?? [];
  if (writer !== owner || id === undefined) return null;
  return { id, actions: buttons.split('').flatMap((letter) => actionOf.get(letter) ?? []) };
};
