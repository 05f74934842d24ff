import { type ReadonlySignal, signal } from '@preact/signals';
import type { Bridge, ChangeRow, Failure, MuteKind, NotificationMute } from '../../electron/contract/index.ts';
import { type MenuSpeech, type Muted, muteSubjects, mutedWords, snoozedWords } from './row-menu-words.ts';

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
  /** What was muted from a row, if that was muted last, or by a button of its notification. */
  readonly mutedFrom: (id: string) => Muted | null;
  /** Takes back what was muted from a row: it is told again, and what the mute marked as read is unread. Says whether that was done. */
  undoMute(id: string): Promise<boolean>;
};

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly select: (id: string) => void;
  readonly say: (sentence: string) => void;
  readonly failed: (failure: Failure) => void;
  /** What a button of a notification muted last. */
  readonly notificationMute: () => NotificationMute | null;
  readonly speech: () => MenuSpeech;
};

type RowMute = Muted & { readonly rowId: string; readonly muteId: string; readonly readAt: number | null };

export const createRowMenu = ({ bridge, select, say, failed, notificationMute, speech }: Ports): RowMenu => {
  const opened = signal<{ id: string; start: RowMenuStart } | null>(null);
  const last = signal<RowMute | null>(null);
  /** The mute taken back last: the app may not have told so yet. */
  const undoneId = signal<string | null>(null);
  const byNotification = (): RowMute | null => {
    const mute = notificationMute();
    if (mute === null || mute.id === undoneId.value) return null;
    const { id: muteId, changeId: rowId, until, readAt } = mute;
    return { kind: 'task', name: '', until, rowId, muteId, readAt };
  };
  const mutedFrom = (id: string): RowMute | null =>
    [last.value, byNotification()].find((mute) => mute?.rowId === id) ?? null;
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
      say(snoozedWords(now + minutes * 60_000, now, speech()));
      return null;
    },
    mute: async (row, kind, minutes, now) => {
      const answer = await bridge.request('mute-change', { changeId: row.id, kind, minutes });
      if (!answer.ok) return answer.failure;
      const name = muteSubjects(row).find((subject) => subject.kind === kind)?.name ?? '';
      const muted: Muted = { kind, name, until: minutes === null ? null : now + minutes * 60_000 };
      last.value = { ...muted, rowId: row.id, muteId: answer.value.id, readAt: answer.value.readAt };
      say(mutedWords(muted, now, speech()));
      return null;
    },
    mutedFrom,
    undoMute: async (id) => {
      const undone = mutedFrom(id);
      if (undone === null) return false;
      undoneId.value = undone.muteId;
      if (last.value?.muteId === undone.muteId) last.value = null;
      const answer = await bridge.request('unmute', { id: undone.muteId });
      if (!answer.ok) {
        failed(answer.failure);
        return false;
      }
      say(speech().messages.rowMenu.unmuted(undone.kind, undone.name));
      if (undone.readAt === null) return true;
      // Which ones and how many there are now is pushed.
      const unread = await bridge.request('undo-read', { readAt: undone.readAt });
      if (!unread.ok) failed(unread.failure);
      return unread.ok;
    },
  };
};
