import { noFilter } from '../../../electron/contract/index.ts';
import type { Random } from '../../../electron/simulator/random.ts';
import type { createSimulator } from '../../../electron/simulator/simulator.ts';
import { openPage } from './page.ts';
import { postHook } from './world.ts';

export type LoadPorts = {
  readonly simulator: ReturnType<typeof createSimulator>;
  readonly random: Random;
  readonly taskIds: readonly [string, ...string[]];
  readonly localUrl: string;
  readonly uiUrl: string;
  /** A comment’s number, never given twice. */
  readonly nextComment: () => number;
  /** A hook of this task was answered with 200. */
  readonly onAcknowledged: (taskId: string) => void;
};

/** Hooks one after the other, and sometimes a burst of them. */
const postHooks = async ({ simulator, random, taskIds, localUrl, nextComment, onAcknowledged }: LoadPorts) => {
  const post = async (): Promise<void> => {
    const taskId = random.pick(taskIds) ?? taskIds[0];
    simulator.comment(taskId, `Comment ${nextComment()}.`, 'bo', { silently: true });
    if ((await postHook(localUrl, taskId)) === 200) onAcknowledged(taskId);
  };
  for (let hook = 0; hook < 10; hook += 1) await post();
  if (random.fraction() < 0.2) await Promise.all(Array.from({ length: 30 }, post));
};

/** What a user does in the page meanwhile. */
const act = async ({ random, uiUrl, nextComment }: LoadPorts): Promise<void> => {
  const page = await openPage(uiUrl);
  const { rows } = await page.get('changes', { before: null, limit: 20, filter: noFilter });
  for (let turn = 0; turn < 4; turn += 1) {
    const changeId = random.pick(rows)?.id;
    if (changeId === undefined) return;
    const wish = random.pick<() => Promise<unknown>>([
      () => page.ask('resolve-task', { changeId }),
      () => page.ask('reopen-task', { changeId }),
      () => page.ask('comment-on-task', { changeId, body: `Comment ${nextComment()}.` }),
      () => page.ask('mute-change', { changeId, kind: 'task', minutes: 1 }),
      () => page.ask('snooze-change', { changeId, minutes: 1 }),
      () => page.ask('read-changes', { which: 'some', ids: [changeId] }),
      () => page.ask('change-history-settings', { days: random.pick([30, 60, 90]) }),
      async () => {
        const [mute] = await page.get('mutes', null);
        if (mute !== undefined) await page.ask('unmute', { id: mute.id });
      },
    ]);
    await wish?.();
  }
};

/** A few hundred ms of work for a host; ends early, without a word, when the host does. */
export const load = async (ports: LoadPorts): Promise<void> => {
  await Promise.all([postHooks(ports), act(ports).catch(() => undefined)]);
};
