import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createNatsServer, natsMissing } from '../../core/team/nats-server.ts';
import { exportLines, runHost, startHost } from './host.ts';
import { createWorld, postHook } from './world.ts';

type Role = 'administrator' | 'receiver' | 'member';

/** A team’s server, set up by the app’s own commands alone. */
const setUpTeam = async (roles: readonly Role[]) => {
  const directory = temporaryDirectory();
  const files = roles.map((role, index) => ({ role, file: join(directory, `${role}-${index}.nkey`) }));
  const entries: string[] = [];
  for (const { role, file } of files) {
    const made = await runHost(['--new-team-key', role, '--nats-creds', file]);
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    entries.push(made.stdout.trim());
  }
  const server = await createNatsServer({ users: entries });
  await server.start();
  const secrets = join(directory, 'hook-secret');
  writeFileSync(secrets, `${randomBytes(32).toString('base64url')}\n`);
  const keys = (role: Role): readonly string[] => files.filter((each) => each.role === role).map(({ file }) => file);
  const [administrator = ''] = keys('administrator');
  const set = await runHost(['--hooks-to', server.url, '--nats-creds', administrator, '--set-up-stream']);
  expect(set).toMatchObject({ exitCode: 0, stderr: '' });
  return {
    server,
    secrets,
    keys,
    startReceiver: async (key: string, dataDirectory = temporaryDirectory()) => {
      const flags = ['--hooks-to', server.url, '--nats-creds', key, '--hook-secret', secrets, '--ui-port', '0'];
      const host = startHost([...flags, '--data-dir', dataDirectory]);
      const { localUrl, uiUrl } = await host.line('ready');
      return { host, dataDirectory, hookUrl: String(localUrl), healthUrl: String(uiUrl) };
    },
  };
};

const health = async (url: string): Promise<unknown> => {
  const response = await fetch(url);
  return { code: response.status, ...Object(await response.json()) };
};

const eventually = async (isReached: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 30_000;
  while (!(await isReached())) {
    if (Date.now() > end) throw new Error('it did not come to that within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe.skipIf(natsMissing !== null)('a team with one hook', { timeout: 90_000 }, () => {
  it('gets a change to a member through a receiver, read with the member’s own sign-in', async () => {
    const team = await setUpTeam(['administrator', 'receiver', 'member']);
    const receiver = await team.startReceiver(team.keys('receiver')[0] ?? '');
    await receiver.host.line('team', (line) => line['state'] === 'online');
    const world = await createWorld();
    const from = ['--hooks-from', team.server.url, '--nats-creds', team.keys('member')[0] ?? ''];
    const member = startHost([...world.flags, ...from, '--data-dir', temporaryDirectory()], world.environment);
    await member.line('team', (line) => line['state'] === 'online');
    await member.line('account', (line) => line['state'] === 'signed-in');
    await world.caughtUp(2);
    expect(member.all('tunnel').every((line) => line['state'] === 'off')).toBe(true);
    world.simulator.attachHook(receiver.hookUrl);
    const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
    expect(await member.line('change')).toMatchObject({ taskId, action: 'create', source: 'hook' });
    expect(await member.line('notification')).toMatchObject({ title: 'Bo created “Book venue”' });
    await member.line('settled');
    expect(receiver.host.all('change')).toEqual([]);
    expect(await health(receiver.healthUrl)).toEqual({
      code: 200,
      status: 'forwarding',
      connection: 'online',
      backlog: 0,
      trouble: null,
    });
    expect(await receiver.host.stop('SIGTERM')).toBe(0);
    expect(await member.stop('SIGTERM')).toBe(0);
  });

  it('loses and doubles nothing when the server and a receiver are killed midway', async () => {
    const team = await setUpTeam(['administrator', 'receiver', 'receiver', 'member']);
    const [one = '', two = ''] = team.keys('receiver');
    const [first, second] = await Promise.all([team.startReceiver(one), team.startReceiver(two)]);
    const world = await createWorld();
    const dataDirectory = temporaryDirectory();
    const from = ['--hooks-from', team.server.url, '--nats-creds', team.keys('member')[0] ?? ''];
    const member = startHost([...world.flags, ...from, '--data-dir', dataDirectory], world.environment);
    await member.line('team', (line) => line['state'] === 'online');

    const secretPath = new URL(first.hookUrl).pathname;
    expect(new URL(second.hookUrl).pathname).toBe(secretPath);
    const receivers = [first, second];
    const acknowledged: string[] = [];
    const send = async (from: number, count: number): Promise<void> => {
      const sending = Array.from({ length: count }, async (_, index) => {
        const taskId = String(100_000 + from + index);
        const to = receivers[index % 2];
        if (to !== undefined && (await postHook(to.hookUrl, taskId)) === 200) acknowledged.push(taskId);
      });
      await Promise.all(sending);
    };
    await send(0, 60);
    const during = send(60, 60);
    await team.server.kill();
    await during;
    await send(120, 60);
    expect(await health(second.healthUrl)).toMatchObject({ code: 200, status: 'keeping' });
    await first.host.stop('SIGKILL');
    receivers[0] = await team.startReceiver(one, first.dataDirectory);
    await send(180, 60);
    await team.server.start();
    await send(240, 60);
    expect(acknowledged).toHaveLength(300);

    const arrived = (): readonly string[] => member.all('hook').map((line) => String(line['taskId']));
    await eventually(() => new Set(arrived()).size === 300);
    await eventually(async () =>
      (await Promise.all(receivers.map(({ healthUrl }) => health(healthUrl)))).every(
        (state) => Object(state).backlog === 0,
      ),
    );
    expect([...arrived()].sort()).toEqual([...acknowledged].sort());
    expect(await member.stop('SIGTERM')).toBe(0);
    const exported = await exportLines(dataDirectory);
    expect(exported.filter(({ event }) => event === 'hook')).toHaveLength(300);
  });

  it('goes on where it was after the member was killed', async () => {
    const team = await setUpTeam(['administrator', 'receiver', 'member']);
    const receiver = await team.startReceiver(team.keys('receiver')[0] ?? '');
    const world = await createWorld();
    const dataDirectory = temporaryDirectory();
    const from = ['--hooks-from', team.server.url, '--nats-creds', team.keys('member')[0] ?? ''];
    const start = () => startHost([...world.flags, ...from, '--data-dir', dataDirectory], world.environment);
    const before = start();
    await before.line('team', (line) => line['state'] === 'online');
    expect(await postHook(receiver.hookUrl, '1')).toBe(200);
    await before.line('hook');
    await before.stop('SIGKILL');
    expect(await postHook(receiver.hookUrl, '2')).toBe(200);
    const after = start();
    expect(await after.line('hook')).toMatchObject({ taskId: '2' });
    await after.stop('SIGTERM');
  });
});

describe('the flags of a team', () => {
  it.each([
    [['--hooks-to', 'nats://127.0.0.1', '--hooks-from', 'nats://127.0.0.1'], '--hooks-to and --hooks-from'],
    [['--hooks-to', 'http://127.0.0.1'], '--hooks-to takes addresses'],
    [['--hooks-from', 'nats://ada:secret@127.0.0.1'], 'without a user or password'],
    [['--nats-creds', 'file'], '--nats-creds is for'],
    [['--new-team-key', 'king', '--nats-creds', 'file'], '--new-team-key takes'],
    [['--set-up-stream'], '--set-up-stream is for --hooks-to'],
    [['--hooks-to', 'nats://127.0.0.1', '--set-up-stream', '--stream-replicas', '2'], '--stream-replicas takes'],
  ])('are refused in one line: %o', async (flags, complaint) => {
    const { exitCode, stderr } = await runHost(flags);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('secret@');
  });
});
