import type { NotificationText, Notifier, Showing } from '../../electron/core/notify/notifier.ts';

export type FakeNotifier = Notifier & {
  /** What was raised, in order. */
  readonly raised: readonly NotificationText[];
  /** The ids of those that were taken down, in order. */
  readonly closed: readonly string[];
  /** How the next ones end; `never` stands for a kill before there is proof. */
  answer: Showing | 'never';
  /** Told of each one while it is raised. */
  onRaise: (notification: NotificationText) => void;
};

/** A notifier that keeps what it was asked to show. */
export const createFakeNotifier = (): FakeNotifier => {
  const raised: NotificationText[] = [];
  const closed: string[] = [];
  const notifier: FakeNotifier = {
    raised,
    closed,
    answer: { state: 'shown' },
    onRaise: () => undefined,
    show: async (notification) => {
      raised.push(notification);
      notifier.onRaise(notification);
      return notifier.answer === 'never' ? new Promise<Showing>(() => undefined) : notifier.answer;
    },
    close: (ids) => void closed.push(...ids),
    dispose: () => undefined,
  };
  return notifier;
};
