import { describe, expect, it } from 'vitest';
import type { Opened } from '../../../electron/contract/index.ts';
import type { NotificationAction } from '../../../electron/core/notify/notifier.ts';
import { createNotificationAnswers } from '../../../electron/shell/notifications/answer-notifications.ts';
import { createMemoryLog } from '../memory-log.ts';

const open = (answer: () => Promise<Opened>) => {
  const done: unknown[] = [];
  let shown = 0;
  const answers = createNotificationAnswers({
    app: {
      clickNotification: (id) => {
        done.push(['click', id]);
        return answer();
      },
      actOnNotification: (id, action, text) => {
        done.push([action, id, text]);
        return answer();
      },
    },
    showWindow: () => (shown += 1),
    showTold: (id) => done.push(['list', id]),
    log: createMemoryLog(),
  });
  return { answers, done, shown: () => shown };
};

const fails = (): Promise<Opened> => Promise.reject(new Error('the history cannot be written'));

describe('a click on a notification', () => {
  it.each<[string, () => Promise<Opened>, number]>([
    ['of a task is opened in the browser, and leaves the window alone', async () => ({ kind: 'opened' }), 0],
    ['that opens nothing shows the window', async () => ({ kind: 'nothing' }), 1],
    ['that fails still shows the window', fails, 1],
  ])('%s', async (_name, answer, times) => {
    const { answers, done, shown } = open(answer);
    await answers.click('4');
    expect(done).toEqual([['click', '4']]);
    expect(shown()).toBe(times);
  });

  it('of many changes shows the window with only these', async () => {
    const { answers, done, shown } = open(async () => ({ kind: 'list', notificationId: '4' }));
    await answers.click('4');
    expect(done).toEqual([
      ['click', '4'],
      ['list', '4'],
    ]);
    expect(shown()).toBe(0);
  });

  it('of a summary shows the window with what it told', async () => {
    const { answers, done, shown } = open(async () => ({ kind: 'list', notificationId: '4' }));
    await answers.click('4');
    expect(done).toEqual([
      ['click', '4'],
      ['list', '4'],
    ]);
    expect(shown()).toBe(0);
  });

  it('that the app knows nothing of shows the window', async () => {
    const { answers, done, shown } = open(fails);
    await answers.click(null);
    expect(done).toEqual([]);
    expect(shown()).toBe(1);
  });
});

describe('a button of a notification', () => {
  it.each<[NotificationAction, string, unknown]>([
    ['resolve', '', ['resolve', '4', '']],
    ['comment', 'On it', ['comment', '4', 'On it']],
    ['open', '', ['click', '4']],
  ])('that says %s with “%s” does %j', async (action, text, expected) => {
    const { answers, done, shown } = open(async () => ({ kind: 'opened' }));
    await answers.press('4', action, text);
    expect(done).toEqual([expected]);
    expect(shown()).toBe(0);
  });

  it('that fails is no more than that', async () => {
    const { answers } = open(fails);
    await expect(answers.press('4', 'resolve', '')).resolves.toBeUndefined();
  });
});
