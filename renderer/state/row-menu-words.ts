import { type ChangeRow, type MuteKind, minutesUntilMorning } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import { timeOfDay, untilWords } from './time-words.ts';

const minute = 60_000;

/** At this hour of the next morning what was snoozed until then is told. */
const snoozeHour = 9;

export type MenuSpeech = { readonly messages: Pick<PageMessages, 'rowMenu' | 'times'>; readonly locale: string };

export type Duration<Minutes = number> = { readonly words: string; readonly minutes: Minutes };

/** How long a change can be snoozed, at `now` (ms); the morning is that of `zone` (IANA; null: the computer’s own). */
export const snoozeChoices = (
  now: number,
  zone: string | null,
  { messages, locale }: MenuSpeech,
): readonly Duration[] => {
  const { rowMenu, times } = messages;
  const minutes = minutesUntilMorning(now, snoozeHour, zone);
  const morning = new Date(now + minutes * minute).setSeconds(0, 0);
  const isToday = new Date(morning).getDate() === new Date(now).getDate();
  return [
    { words: rowMenu.minutes(20), minutes: 20 },
    { words: rowMenu.hours(1), minutes: 60 },
    { words: rowMenu.hours(3), minutes: 180 },
    { words: (isToday ? times.todayAt : times.tomorrowAt)(timeOfDay(morning, locale)), minutes },
  ];
};

export const muteChoices = ({ messages: { rowMenu } }: MenuSpeech): readonly Duration<number | null>[] => [
  { words: rowMenu.hours(1), minutes: 60 },
  { words: rowMenu.oneDay, minutes: 1_440 },
  { words: rowMenu.untilTakenBack, minutes: null },
];

/** What can be muted; the name is the one people know it by, and that of a task stands above the menu already. */
export type MuteSubject = { readonly kind: MuteKind; readonly name: string };

/** What can be muted from a row. One’s own changes are never told. */
export const muteSubjects = (row: ChangeRow): readonly MuteSubject[] => [
  ...(row.kind === 'gone' ? [] : [{ kind: 'task', name: row.taskName } as const]),
  ...(row.project === null ? [] : [{ kind: 'project', name: row.project.name } as const]),
  ...(row.organization === null ? [] : [{ kind: 'organization', name: row.organization.name } as const]),
  ...(row.actor === null || row.actor.userId === null || row.reason === 'own-change'
    ? []
    : [{ kind: 'person', name: row.actor.name } as const]),
];

/** What was muted from a row, and until when (ms; null: until it is taken back). */
export type Muted = MuteSubject & { readonly until: number | null };

/** What was done, in a sentence: "Muted Website relaunch until 18:30 today". */
export const mutedWords = ({ kind, name, until }: Muted, now: number, speech: MenuSpeech): string =>
  speech.messages.rowMenu.muted(kind, name, until === null ? null : untilWords(until, now, speech));

export const snoozedWords = (until: number, now: number, speech: MenuSpeech): string =>
  speech.messages.rowMenu.snoozed(untilWords(until, now, speech));
