import type { NotificationText, Notifier, Showing } from '../../electron/core/notify/notifier.ts';

export type FakeNotifier = Notifier & {
  /** What was raised, in order. */
  readonly raised: readonly NotificationText[];
  /** How the next ones end; `never` stands for a kill before there is proof. */
  answer: Showing | 'never';
  /** Told of each one while it is raised. */
  onRaise: (notification: NotificationText) => void;
};

/** A notifier that keeps what it was asked to show. */
export const createFakeNotifier = (): FakeNotifier => {
  const raised: NotificationText[] = [];
  const notifier: FakeNotifier = {
    raised,
    answer: { state: 'shown' },
    onRaise: () => undefined,
    show: async (notification) => {
      raised.push(notification);
      notifier.onRaise(notification);
      return notifier.answer === 'never' ? new Promise<Showing>(() => undefined) : notifier.answer;
    },
    dispose: () => undefined,
  };
  return notifier;
};
