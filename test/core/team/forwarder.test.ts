import { describe, expect, it, onTestFinished } from 'vitest';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import type { IncomingHook } from '../../../electron/core/hooks/hook.ts';
import { createForwarder } from '../../../electron/core/team/forwarder.ts';
import { createOutbox } from '../../../electron/core/team/outbox.ts';
import type { OutgoingHook, Publication } from '../../../electron/core/team/publication.ts';
import { teamTrouble } from '../../../electron/core/team/team-trouble.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';

/** A stream that acknowledges when it is told to, and that can be made to refuse or to keep silent. */
const createFakeStream = () => {
  const stored: OutgoingHook[] = [];
  const stream = { mood: 'well' as 'well' | 'refusing' | 'silent', loseAcknowledgements: false };
  let silent: (() => void)[] = [];
  const publication: Publication = {
    ended: new Promise(() => undefined),
    check: () => undefined,
    close: async () => undefined,
    publish: async (hook) => {
      const mood = stream.mood;
      if (mood === 'silent') await new Promise<void>((resolve) => silent.push(resolve));
      if (mood !== 'well') return teamTrouble('team-unreachable');
      if (!stored.some(({ messageId }) => messageId === hook.messageId)) stored.push(hook);
      return stream.loseAcknowledgements ? teamTrouble('team-unreachable') : null;
    },
  };
  return {
    stream,
    publication,
    stored,
    tasks: () => stored.map(({ taskId }) => taskId),
    giveUp: () => {
      const waiting = silent;
      silent = [];
      for (const resolve of waiting) resolve();
    },
  };
};

const start = (history: TemporaryHistory = temporaryHistory()) => {
  const database = history.open();
  const clock = createFakeClock();
  let isFull = false;
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  const taken: string[] = [];
  const forwarder = createForwarder({
    journal: {
      appendMany: (hooks) =>
        isFull
          ? Promise.resolve({ ok: false, failure: { code: 'journal-unwritable', message: 'full' } })
          : journal.appendMany(hooks),
    },
    outbox: createOutbox(database, 'here'),
    clock,
    log: createFakeLog(),
    onTaken: ({ taskId }) => void taken.push(taskId),
  });
  const stop = async (): Promise<void> => {
    await forwarder.dispose();
    await journal.dispose();
    if (database.isOpen) database.close();
  };
  onTestFinished(stop);
  const hook = (taskId: string): IncomingHook => ({ taskId, action: 'update', source: 'listener', hookUrlId: null });
  return {
    forwarder,
    clock,
    taken,
    stop,
    fill: (full: boolean) => (isFull = full),
    take: (taskId: string) => forwarder.append(hook(taskId)),
    /** Lets commits and answers come through. */
    settle: async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    },
    kept: () => Number(database.prepare('SELECT count(*) AS hooks FROM hook').get()?.['hooks']),
  };
};

describe('a receiver’s forwarder', () => {
  it('answers once the stream has acknowledged, and keeps nothing of its own', async () => {
    const { forwarder, take, kept, taken } = start();
    const { publication, tasks } = createFakeStream();
    forwarder.opened(publication);
    expect(await take('1')).toMatchObject({ ok: true });
    expect([tasks(), kept(), taken]).toEqual([['1'], 0, ['1']]);
  });

  it('keeps hooks while there is no session, and sends them in order once there is', async () => {
    const { forwarder, take, kept, settle } = start();
    await take('1');
    await take('2');
    expect([kept(), forwarder.backlog()]).toEqual([2, 2]);
    const { publication, tasks } = createFakeStream();
    forwarder.opened(publication);
    await settle();
    expect([tasks(), kept(), forwarder.backlog()]).toEqual([['1', '2'], 0, 0]);
  });

  it('answers a hook that the stream does not acknowledge once the journal has it', async () => {
    const { forwarder, take, kept } = start();
    const { publication, stream } = createFakeStream();
    forwarder.opened(publication);
    stream.mood = 'refusing';
    expect(await take('1')).toMatchObject({ ok: true });
    expect(kept()).toBe(1);
  });

  it('lets nothing overtake what waits', async () => {
    const { forwarder, take, settle, clock } = start();
    const { publication, stream, tasks, giveUp } = createFakeStream();
    forwarder.opened(publication);
    stream.mood = 'silent';
    const first = [take('1'), take('2')];
    await settle();
    stream.mood = 'well';
    giveUp();
    const then = [take('3'), take('4')];
    await Promise.all([...first, ...then]);
    await settle();
    await clock.advance(1_000);
    await settle();
    expect(tasks().filter((task) => ['1', '2'].includes(task))).toEqual(['1', '2']);
    expect(forwarder.backlog()).toBe(0);
    expect(new Set(tasks())).toEqual(new Set(['1', '2', '3', '4']));
  });

  it('moves what is under way to the journal when the session ends', async () => {
    const { forwarder, take, settle, kept } = start();
    const { publication, stream, giveUp } = createFakeStream();
    forwarder.opened(publication);
    stream.mood = 'silent';
    const waiting = [take('1'), take('2')];
    await settle();
    forwarder.ended();
    expect(await Promise.all(waiting)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(kept()).toBe(2);
    const next = createFakeStream();
    forwarder.opened(next.publication);
    await settle();
    expect(next.tasks()).toEqual(['1', '2']);
    giveUp();
  });

  it('sends a hook under the same id however often it is sent', async () => {
    const { forwarder, take, settle, clock } = start();
    const { publication, stream, stored } = createFakeStream();
    forwarder.opened(publication);
    stream.loseAcknowledgements = true;
    await take('1');
    await settle();
    await clock.advance(1_000);
    stream.loseAcknowledgements = false;
    await clock.advance(1_000);
    await settle();
    expect(stored).toHaveLength(1);
    expect(forwarder.backlog()).toBe(0);
  });

  it('gives two hooks for the same task an id each', async () => {
    const { forwarder, take } = start();
    const { publication, stored } = createFakeStream();
    forwarder.opened(publication);
    await Promise.all([take('1'), take('1')]);
    expect(new Set(stored.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('sends what was kept before it was killed', async () => {
    const history = temporaryHistory();
    const before = start(history);
    await before.take('1');
    await before.stop();
    const { forwarder, settle } = start(history);
    expect(forwarder.backlog()).toBe(1);
    const { publication, tasks } = createFakeStream();
    forwarder.opened(publication);
    await settle();
    expect(tasks()).toEqual(['1']);
  });

  it('refuses a hook that neither the stream nor the journal takes', async () => {
    const { forwarder, take, fill } = start();
    fill(true);
    expect(await take('1')).toMatchObject({ ok: false, failure: { code: 'journal-unwritable' } });
    expect(forwarder.backlog()).toBe(0);
  });
});
