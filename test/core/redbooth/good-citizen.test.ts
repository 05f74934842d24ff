import { describe, expect, it } from 'vitest';
import type { AccessTokens } from '../../../electron/core/redbooth/client-port.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { failureOf, startTalk, until } from './talk.ts';

const task = (id: string): object => ({ id: Number(id), name: 'Task', project_id: 2 });
const ids = (count: number): string[] => Array.from({ length: count }, (_, place) => String(place + 1));

describe('Redbooth', () => {
  it('gets no more than 10 requests at once and 1 a second, whoever of the app asks', async () => {
    const clock = createFakeClock();
    const { api, client } = await startTalk({ clock, rate: 1, burst: 10 });
    const times: number[] = [];
    api.serve(({ method, path, query }) => {
      times.push(clock.now());
      if (method === 'POST') return { status: 201 };
      if (path === '/api/3/tasks') return { body: query.get('page') === '3' ? [] : [task('1')] };
      return { body: task(path.slice('/api/3/tasks/'.length)) };
    });
    const started = clock.now();
    const pages = async (): Promise<void> => {
      for (const page of [1, 2, 3]) await client.inBackground.recentTasks(page, 1);
    };
    const answers = [
      ...ids(12).map((id) => client.task(id)),
      pages(),
      ...ids(4).map((id) => client.inBackground.task(id)),
      ...ids(3).map((id) => client.addComment(id, 'Done')),
    ];
    await until(() => times.length === 10);
    while (times.length < 22) {
      const before = times.length;
      await clock.advance(999);
      expect(times).toHaveLength(before);
      await clock.advance(1);
      await until(() => times.length > before);
    }
    await Promise.all(answers);
    expect(times.map((time) => (time - started) / 1000)).toEqual([
      ...Array.from({ length: 10 }, () => 0),
      ...Array.from({ length: 12 }, (_, second) => second + 1),
    ]);
  });

  it('gets no more than that when everybody had to wait for a new token', async () => {
    const clock = createFakeClock();
    let renewed = (): void => undefined;
    const renewal = new Promise<void>((resolve) => {
      renewed = resolve;
    });
    const tokens: AccessTokens = {
      current: async () => {
        await renewal;
        return { kind: 'token', token: 'new' };
      },
      refused: async () => undefined,
      worked: () => undefined,
    };
    const { api, client } = await startTalk({ clock, tokens, rate: 1, burst: 10 });
    const times: number[] = [];
    api.serve(() => {
      times.push(clock.now());
      return { body: task('1') };
    });
    const answers = ids(30).map((id) => client.task(id));
    await clock.advance(15_000);
    const started = clock.now();
    renewed();
    while (times.length < 30) {
      const before = times.length;
      await clock.advance(1_000);
      await until(() => times.length > before);
    }
    await Promise.all(answers);
    for (const [sent, time] of times.entries()) expect(sent).toBeLessThanOrEqual(10 + (time - started) / 1_000);
  });

  it('is left alone by everybody while it asks to slow down, for longer each time', async () => {
    const clock = createFakeClock();
    const { api, client, log } = await startTalk({ clock, rate: 1, burst: 10 });
    api.serve(() => ({ status: 429, body: 'Retry later' }));
    const answers = ids(20).map((id) => (Number(id) % 2 === 0 ? client : client.inBackground).task(id));
    let settled = 0;
    for (const answer of answers) void answer.then(() => (settled += 1));

    // The ten that were under way together are one refusal.
    await until(() => log.lines.length === 10);
    for (const [round, rest] of [5_000, 10_000, 20_000].entries()) {
      const sent = 10 + round;
      await clock.advance(rest - 1);
      expect(api.requests).toHaveLength(sent);
      await clock.advance(1);
      await until(() => log.lines.length + settled > sent);
      expect(api.requests).toHaveLength(sent + 1);
    }
    // The next rest is 40 s, which nobody waits for.
    const failures = (await Promise.all(answers)).map(failureOf);
    expect(new Set(failures.map((failure) => JSON.stringify(failure)))).toEqual(
      new Set([
        JSON.stringify({
          kind: 'unavailable',
          message: 'Redbooth asks the app to slow down, so news may come late. The app asks again by itself.',
          retryAfter: 40_000,
        }),
      ]),
    );
    expect(clock.waiting()).toBe(0);
    await clock.advance(15_000);
    expect(failureOf(await client.task('1'))).toMatchObject({ kind: 'unavailable', retryAfter: 25_000 });
    expect(api.requests).toHaveLength(13);

    // Once it answers, all is as at the beginning.
    api.serve(() => ({ body: task('1') }));
    await clock.advance(25_000);
    expect((await client.task('1')).ok).toBe(true);
    api.script({ status: 429, body: 'Retry later' });
    await clock.advance(1_000);
    const later = client.task('1');
    await until(() => log.lines.length === 13);
    await clock.advance(4_999);
    expect(api.requests).toHaveLength(15);
    await clock.advance(1);
    expect((await later).ok).toBe(true);
  });

  it.each([
    [429, 7],
    [503, 7],
    [202, 7],
  ])('is left alone by everybody for as long as it says in its %d', async (status, seconds) => {
    const clock = createFakeClock();
    const { api, client, log } = await startTalk({ clock });
    api.script({ status, headers: { 'Retry-After': String(seconds) }, body: { status: 'Enqueued' } });
    api.serve(() => ({ body: task('1') }));
    const first = client.task('1');
    await until(() => log.lines.length === 1);
    const second = client.inBackground.task('2');
    const third = client.setTaskStatus('3', 'open');
    await clock.advance(seconds * 1_000 - 1);
    expect(api.requests).toHaveLength(1);
    await clock.advance(1);
    // After a rest they come one by one.
    await until(() => api.requests.length === 2);
    await clock.advance(10);
    expect((await Promise.all([first, second, third])).map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('does not hold up all the others when a single answer fails without asking for a rest', async () => {
    const clock = createFakeClock();
    const { api, client, log } = await startTalk({ clock });
    api.script({ status: 500 });
    api.serve(() => ({ body: task('1') }));
    const first = client.task('1');
    await until(() => log.lines.length === 1);
    expect((await client.task('2')).ok).toBe(true);
    await clock.advance(1_000);
    expect((await first).ok).toBe(true);
  });
});
