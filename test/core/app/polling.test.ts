import { expect, onTestFinished, test } from 'vitest';
import { createRelay } from '../../../electron/simulator/relay/relay.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { hookBody, visit } from '../tunnel/visitor.ts';
import { type WholeApp, startApp } from './whole-app.ts';

const startRelay = async (): Promise<string> => {
  const relay = createRelay({});
  onTestFinished(() => relay.dispose());
  return (await relay.listen()).url;
};

const isOnline = (running: WholeApp) => (): boolean => running.linesOf('tunnel').at(-1)?.state === 'online';

test('polling turns the tunnel off and back on at run time, and the hook URL is the same afterwards', async () => {
  const tunnelHost = await startRelay();
  const running = await startApp({ settings: { tunnel: 'localtunnel', tunnelHost } });
  await running.line(isOnline(running));
  const hookUrl = running.app.overview().hookUrls[0]?.url ?? '';

  await running.ask('choose-hook-source', { source: 'polling' });
  expect(running.linesOf('tunnel').at(-1)).toMatchObject({ state: 'off', url: null, hookUrl: null });
  expect(running.app.overview()).toMatchObject({
    hookSource: 'polling',
    reachability: { state: 'polling', sentence: 'Asks Redbooth every minute' },
  });
  expect((await visit(hookUrl, hookBody(7)).catch(() => ({ status: 0 }))).status).not.toBe(200);

  await running.ask('choose-hook-source', { source: 'tunnel' });
  await running.line(isOnline(running));
  expect(running.app.overview().hookUrls[0]?.url).toBe(hookUrl);
  expect((await visit(hookUrl, hookBody(7))).status).toBe(200);
});

test('polling is kept over a restart', async () => {
  const tunnelHost = await startRelay();
  const running = await startApp({ settings: { tunnel: 'localtunnel', tunnelHost, hookSource: 'polling' } });
  expect(running.linesOf('tunnel')).toMatchObject([{ state: 'off' }]);
  expect(running.app.overview().hookSource).toBe('polling');
});

test('a tunnel asked for by a flag wins for the run, and the choice says that it is fixed', async () => {
  const tunnelHost = await startRelay();
  const running = await startApp({
    settings: { hookSource: 'polling', tunnelHost },
    flags: { tunnel: 'localtunnel', hookSource: 'tunnel' },
  });
  await running.line(isOnline(running));
  expect(await running.refusal('choose-hook-source', { source: 'polling' })).toEqual({
    code: 'settings-invalid',
    message:
      'How changes reach you is fixed for this run by a flag or a settings file. Start the app without it to choose here.',
  });
});

test.for([0, 900])(
  'a change comes within a minute, whatever the interval of catching up is (%d s)',
  async (seconds) => {
    const clock = createFakeClock();
    const simulator = createSimulator({ seed: 7, clock, signedInUser: 'ada' });
    onTestFinished(() => simulator.dispose());
    const running = await startApp({
      clock,
      fetch: simulator.fetch,
      accessToken: simulator.signIn('ada').accessToken,
      settings: { hookSource: 'polling', catchUpSeconds: seconds, redbooth: simulator.origin() },
    });
    /** In small steps: what is under way gets its turns. */
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) await clock.advance(1_000);
    };
    await pass(10);
    const { taskId } = simulator.createTask({ name: 'Order badges', by: 'bo', assignedTo: 'ada' });
    await pass(60);
    expect(running.linesOf('change')).toMatchObject([{ taskId, action: 'create', source: 'catch-up', hookIds: [] }]);
    expect(running.notifier.raised.map(({ title }) => title)).toEqual(['Bo created “Order badges”']);
    simulator.editTask(taskId, { status: 'resolved' }, 'bo');
    await pass(60);
    expect(running.notifier.raised.map(({ title }) => title)).toEqual([
      'Bo created “Order badges”',
      'Bo resolved “Order badges”',
    ]);
    const before = simulator.requests().length;
    await pass(600);
    expect(simulator.requests().length - before).toBeLessThanOrEqual(12);
    // Without a hook there is nothing to miss.
    expect(running.app.overview().notices.map(({ id }) => id)).toEqual([]);
  },
);
