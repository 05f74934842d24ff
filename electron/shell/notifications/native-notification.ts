import type { NativeImage } from 'electron';
import type { PresentedNotification } from '../../core/notify/notifier.ts';
import { soundFile } from '../sounds.ts';
import { bodyText } from './body-text.ts';
import type { Buttons } from './buttons.ts';

/** The part of Electron’s `Notification` that is used. */
export type NativeNotification = {
  on(event: 'show' | 'click', listener: () => void): unknown;
  on(event: 'close', listener: (details: { readonly reason?: string }) => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  /** Electron before 42 gives index and reply as a second argument only. */
  on(event: 'action', listener: (details: { readonly actionIndex?: number }, index: number) => void): unknown;
  on(event: 'reply', listener: (details: { readonly reply?: string }, reply: string) => void): unknown;
  show(): void;
  close(): void;
};

export type NativeOptions = {
  id: string;
  title: string;
  body: string;
  silent: boolean;
  /** macOS only: a file in the app’s bundle. */
  sound?: string;
  urgency: 'normal';
  icon?: NativeImage;
  actions?: { type: 'button'; text: string }[];
  hasReply?: boolean;
  replyPlaceholder?: string;
};

/**
 * What Electron is told to show. Always of normal urgency: GNOME never shows what is low, Plasma forgets it, and what is
 * critical breaks through do-not-disturb.
 */
export const nativeOptions = (
  nativeId: string,
  {
    title,
    body,
    isSilent,
    sound,
    buttonWords,
  }: Pick<PresentedNotification, 'title' | 'body' | 'isSilent' | 'sound' | 'buttonWords'>,
  buttons: Buttons,
  platform: NodeJS.Platform,
  icon: NativeImage | null,
): NativeOptions => ({
  id: nativeId,
  title,
  body: bodyText(body, platform),
  // macOS plays it itself, and so keeps to its do-not-disturb, which no app can read.
  ...(sound !== null && platform === 'darwin' ? { silent: false, sound: soundFile(sound) } : { silent: isSilent }),
  urgency: 'normal',
  ...(icon !== null && { icon }),
  ...(buttons.actions.length > 0 && {
    actions: buttons.actions.map((action) => ({ type: 'button', text: buttonWords[action] })),
  }),
  ...(buttons.hasReply && { hasReply: true, replyPlaceholder: buttonWords.comment }),
});
