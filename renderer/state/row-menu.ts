import { type ReadonlySignal, signal } from '@preact/signals';
import type { Bridge, ChangeRow, Failure, MuteKind } from '../../electron/contract/index.ts';
import { mutedWords, snoozedWords } from './row-menu-words.ts';

/** What has the focus when the menu opens. */
export type RowMenuStart = 'snooze' | 'mute';

/** The menu of a row: which one is open, and what it does. */
export type RowMenu = {
  readonly opened: ReadonlySignal<{ readonly id: string; readonly start: RowMenuStart } | null>;
  open(id: string, start?: RowMenuStart): void;
  readonly close: () => void;
  /** Tells the change again in so many minutes from `now` (ms); the failure is for the menu to show. */
  snooze(row: ChangeRow, minutes: number, now: number): Promise<Failure | null>;
  /** Tells nothing of its task, project, organisation or person for so many minutes; null: until it is taken back. */
  mute(row: ChangeRow, kind: MuteKind, minutes: number | null, now: number): Promise<Failure | null>;
  /** What was muted from a row last, in a sentence. */
  readonly mutedFrom: (id: string) => string | null;
};

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly select: (id: string) => void;
  readonly say: (sentence: string) => void;
};

export const createRowMenu = ({ bridge, select, say }: Ports): RowMenu => {
  const opened = signal<{ id: string; start: RowMenuStart } | null>(null);
  const muted = signal<{ id: string; sentence: string } | null>(null);
  return {
    opened,
    open: (id, start = 'snooze') => {
      // The row keeps its buttons while it is selected, and with them the one that gets the focus back.
      select(id);
      opened.value = { id, start };
    },
    close: () => {
      opened.value = null;
    },
    snooze: async ({ id }, minutes, now) => {
      const answer = await bridge.request('snooze-change', { changeId: id, minutes });
      if (!answer.ok) return answer.failure;
      say(snoozedWords(minutes, now));
      return null;
    },
    mute: async (row, kind, minutes, now) => {
      const answer = await bridge.request('mute-change', { changeId: row.id, kind, minutes });
      if (!answer.ok) return answer.failure;
      const sentence = mutedWords(row, kind, minutes, now);
      muted.value = { id: row.id, sentence };
      say(sentence);
      return null;
    },
    mutedFrom: (id) => (muted.value?.id === id ? muted.value.sentence : null),
  };
};
