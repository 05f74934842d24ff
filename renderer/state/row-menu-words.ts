import type { ChangeRow, MuteKind } from '../../electron/contract/index.ts';
import { minutesUntilMorning } from './morning.ts';
import { timeOfDay, untilWords } from './time-words.ts';

const minute = 60_000;

/** At this hour of the next morning what was snoozed until then is told. */
const snoozeHour = 9;

export type Duration<Minutes = number> = { readonly words: string; readonly minutes: Minutes };

/** How long a change can be snoozed, at `now` (ms). */
export const snoozeChoices = (now: number): readonly Duration[] => {
  const minutes = minutesUntilMorning(now, snoozeHour);
  const morning = new Date(now + minutes * minute).setSeconds(0, 0);
  const day = new Date(morning).getDate() === new Date(now).getDate() ? 'Today' : 'Tomorrow';
  return [
    { words: '20 min', minutes: 20 },
    { words: '1 h', minutes: 60 },
    { words: '3 h', minutes: 180 },
    { words: `${day}, ${timeOfDay(morning)}`, minutes },
  ];
};

export const muteChoices: readonly Duration<number | null>[] = [
  { words: '1 h', minutes: 60 },
  { words: '1 day', minutes: 1_440 },
  { words: 'Until I say', minutes: null },
];

/** What can be muted from a row, by the name people know it by. One’s own changes are never told. */
export const muteSubjects = (row: ChangeRow): readonly { readonly kind: MuteKind; readonly name: string }[] => [
  ...(row.kind === 'gone' ? [] : [{ kind: 'task', name: 'This task' } as const]),
  ...(row.project === null ? [] : [{ kind: 'project', name: row.project.name } as const]),
  ...(row.organization === null ? [] : [{ kind: 'organization', name: row.organization.name } as const]),
  ...(row.actor === null || row.actor.userId === null || row.reason === 'own-change'
    ? []
    : [{ kind: 'person', name: row.actor.name } as const]),
];

const until = (minutes: number, now: number): string => untilWords(now + minutes * minute, now);

/** What was done, in a sentence: "Muted Website relaunch until 18:30 today". */
export const mutedWords = (row: ChangeRow, kind: MuteKind, minutes: number | null, now: number): string => {
  const name = muteSubjects(row).find((subject) => subject.kind === kind)?.name ?? 'it';
  const end = minutes === null ? 'until you take it back' : `until ${until(minutes, now)}`;
  return `Muted ${kind === 'task' ? 'this task' : name} ${end}`;
};

export const snoozedWords = (minutes: number, now: number): string => `Snoozed until ${until(minutes, now)}`;
