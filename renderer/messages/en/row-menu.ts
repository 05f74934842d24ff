import type { MuteKind } from '../../../electron/contract/index.ts';

const named = (kind: MuteKind, name: string): string => (kind === 'task' ? 'this task' : name);

/** The menu of a row: to snooze the change, to mute what it is about, and why it was told or not. */
export const rowMenu = {
  label: 'Snooze, mute, why',
  snooze: 'Snooze',
  mute: 'Mute',
  why: 'Why?',
  thisTask: 'This task',
  /** `name` is that of the project, the organisation or the person, here and below. */
  muteNamed: (kind: MuteKind, name: string): string => `Mute ${named(kind, name)}`,
  minutes: (count: number): string => `${count} min`,
  hours: (count: number): string => `${count} h`,
  oneDay: '1 day',
  untilTakenBack: 'Until I say',
  /** `end` is from `times.end`, here and below; null: until it is taken back. */
  muted: (kind: MuteKind, name: string, end: string | null): string =>
    `Muted ${named(kind, name)} until ${end ?? 'you take it back'}`,
  unmuted: (kind: MuteKind, name: string): string =>
    kind === 'task' ? 'This task is muted no longer' : `${name} is muted no longer`,
  undoMute: (kind: MuteKind, name: string): string => `Undo: mute ${named(kind, name)}`,
  snoozed: (end: string): string => `Snoozed until ${end}`,
};
