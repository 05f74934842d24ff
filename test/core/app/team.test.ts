import { describe, expect, it } from 'vitest';
import { jetstreamManager } from '@nats-io/jetstream';
import { teamStream } from '../../../electron/core/team/subjects.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createNatsServer, createNatsUser, natsMissing } from '../team/nats-server.ts';
import { eventually, publish, rawConnection, setUp } from '../team/stream-world.ts';
import { startApp } from './whole-app.ts';

const world = async () => {
  const server = await createNatsServer();
  await server.start();
  await setUp(server);
  return server;
};

describe.skipIf(natsMissing !== null)('the team’s stream as a source of hooks', { timeout: 40_000 }, () => {
  it('is chosen by its address, and its hooks come into the journal from then on', async () => {
    const server = await world();
    const whole = await startApp();
    await whole.ask('choose-team', { servers: server.url, credentials: null });
    await whole.line((line) => line.event === 'team' && line.state === 'online');
    expect(whole.app.overview()).toMatchObject({
      hookSource: 'team',
      reachability: { state: 'online', sentence: 'Connected to the team', detail: null },
    });
    await publish(server, ['7']);
    expect(await whole.line((line) => line.event === 'hook')).toMatchObject({ taskId: '7' });
    await whole.ask('choose-hook-source', { source: 'polling' });
    expect(whole.app.overview().hookSource).toBe('polling');
  });

  it('says that hooks are missing, once, until that is dismissed', async () => {
    const server = await world();
    const history = temporaryHistory();
    const settings = { hookSource: 'team', teamServers: server.url } as const;
    const before = await startApp({ history, settings });
    await before.line((line) => line.event === 'team' && line.state === 'online');
    await before.app.dispose();
    await publish(server, ['1', '2', '3']);
    await (await jetstreamManager(await rawConnection(server))).streams.purge(teamStream, { seq: 3 });
    const after = await startApp({ history, settings });
    await after.line((line) => line.event === 'hook');
    const missed = (): boolean => after.app.overview().notices.some(({ id }) => id === 'team-missed');
    await eventually(missed);
    await after.ask('dismiss-notice', { id: 'team-missed' });
    expect(missed()).toBe(false);
  });

  it('tells in a notice and in the lines that credentials are refused', async () => {
    const server = await createNatsServer({ users: [createNatsUser('member').entry] });
    await server.start();
    const whole = await startApp({ settings: { hookSource: 'team', teamServers: server.url } });
    await whole.line((line) => line.event === 'error' && line.code === 'team-refused');
    expect(whole.app.overview().notices).toMatchObject([{ id: 'team-refused', tone: 'bad' }]);
    expect(whole.app.overview().reachability).toMatchObject({ state: 'offline', cause: 'team-refused' });
  });
});

it.each([
  [{ servers: 'hooks.example.com', credentials: null }],
  [{ servers: 'nats://127.0.0.1:1', credentials: 'no credentials' }],
])('what cannot be used is refused, and changes nothing: %o', async (choice) => {
  const whole = await startApp();
  expect((await whole.refusal('choose-team', choice)).code).toBe('settings-invalid');
  expect(whole.settings.current()).toMatchObject({ hookSource: 'tunnel', teamServers: null });
});

it('the team’s stream cannot be chosen before its address is known', async () => {
  const whole = await startApp();
  expect((await whole.refusal('choose-hook-source', { source: 'team' })).code).toBe('settings-invalid');
});
