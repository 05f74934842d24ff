import { type ReadonlySignal, batch, signal } from '@preact/signals';
import type { Bridge, Failure, RequestPayload } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import type { ChangeList } from './change-list.ts';

/** What is read and what is not, and the way back. */
export type ReadMarks = {
  /** Whether all was just marked read, and can be taken back. */
  readonly canUndoAll: ReadonlySignal<boolean>;
  readonly markRead: (id: string) => Promise<void>;
  readonly markUnread: (id: string) => Promise<void>;
  readonly markAllRead: () => Promise<void>;
  /** Takes back what was marked read last. */
  readonly undo: () => Promise<void>;
  /** Offers it no longer; the key still does it. */
  readonly dismiss: () => void;
};

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly changes: Pick<ChangeList, 'markRead' | 'markUnread' | 'reload'>;
  /** How many are unread now. */
  readonly unreadAre: (count: number) => void;
  readonly failed: (failure: Failure) => void;
  readonly say: (sentence: string) => void;
  readonly words: () => PageMessages['filters'];
};

export const createReadMarks = ({ bridge, changes, unreadAre, failed, say, words }: Ports): ReadMarks => {
  const canUndoAll = signal(false);
  let lastReadAt: number | null = null;

  const read = async (payload: RequestPayload<'read-changes'>): Promise<boolean> => {
    const isAll = payload.which === 'all';
    const answer = await bridge.request('read-changes', payload);
    if (!answer.ok) {
      failed(answer.failure);
      return false;
    }
    batch(() => {
      lastReadAt = answer.value.readAt ?? lastReadAt;
      canUndoAll.value = isAll && answer.value.readAt !== null;
      changes.markRead(payload.which === 'all' ? 'all' : payload.ids);
      unreadAre(answer.value.unread);
    });
    return true;
  };

  return {
    canUndoAll,
    markRead: async (id) => {
      await read({ which: 'some', ids: [id] });
    },
    markUnread: async (id) => {
      const answer = await bridge.request('unread-changes', { ids: [id] });
      if (!answer.ok) return failed(answer.failure);
      batch(() => {
        changes.markUnread([id]);
        unreadAre(answer.value.unread);
      });
    },
    markAllRead: async () => {
      if (await read({ which: 'all' })) say(words().allRead);
    },
    undo: async () => {
      if (lastReadAt === null) return;
      const readAt = lastReadAt;
      lastReadAt = null;
      canUndoAll.value = false;
      const answer = await bridge.request('undo-read', { readAt });
      if (!answer.ok) return failed(answer.failure);
      unreadAre(answer.value.unread);
      say(words().unreadAgain);
      await changes.reload();
    },
    dismiss: () => {
      canUndoAll.value = false;
    },
  };
};
