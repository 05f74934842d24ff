import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { describe, expect, it } from 'vitest';
import { connectTeam } from '../../../electron/core/team/connection.ts';
import * as nats from '../../../electron/core/team/nats.ts';
import { leaderSubject, teamStream, teamSubject } from '../../../electron/core/team/subjects.ts';
import { type NatsUser, createNatsServer, createNatsUser, natsMissing } from './nats-server.ts';
import { accessTo, eventually, publish, rawConnection, setUp, startMember } from './stream-world.ts';

/** A server that knows one of each, and two members. */
const guarded = async () => {
  const administrator = createNatsUser('administrator');
  const receiver = createNatsUser('receiver');
  const ada = createNatsUser('member');
  const bo = createNatsUser('member');
  const all = [administrator, receiver, ada, bo];
  const server = await createNatsServer({ users: all.map(({ entry }) => entry) });
  await server.start();
  await setUp(server, administrator);
  const allow = (users: readonly NatsUser[]) => server.allow(users.map(({ entry }) => entry));
  return { server, administrator, receiver, ada, bo, allow };
};

/** What the server answers when `user` asks for `subject`. */
const attempt = async (
  { server }: Awaited<ReturnType<typeof guarded>>,
  user: NatsUser,
  subject: string,
  body: unknown = {},
): Promise<string> => {
  const connection = await rawConnection(server, user);
  const refused = new Promise<string>((resolve) => {
    void (async () => {
      for await (const status of connection.status()) if (status.type === 'error') resolve(status.error.name);
    })();
  });
  const answered = connection.request(subject, JSON.stringify(body), { timeout: 3_000 }).then(
    (message) => `answered ${message.string()}`,
    () => refused,
  );
  return Promise.race([refused, answered]);
};

const listens = async (
  { server }: Awaited<ReturnType<typeof guarded>>,
  user: NatsUser,
  subject: string,
): Promise<string> => {
  const connection = await rawConnection(server, user);
  return new Promise((resolve) => {
    connection.subscribe(subject, { callback: (error) => resolve(error === null ? 'heard' : error.name) });
    void connection.flush().then(() => setTimeout(() => resolve('listening'), 300));
  });
};

const violation = 'PermissionViolationError';

describe.skipIf(natsMissing !== null)('the permissions of docs/team.md', { timeout: 40_000 }, () => {
  it('let hooks through from a receiver to every member', async () => {
    const { server, receiver, ada, bo } = await guarded();
    const members = [startMember(server, { user: ada }), startMember(server, { user: bo })];
    await Promise.all(members.map(({ online }) => online()));
    await publish(server, ['1', '2'], receiver);
    await eventually(() => members.every(({ tasks }) => tasks().length === 2));
    expect(members.map(({ tasks }) => tasks())).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  it('keep a member from everything but its own consumer', async () => {
    const world = await guarded();
    const { server, ada, bo } = world;
    const { online } = startMember(server, { user: bo });
    await online();
    const consumer = (verb: string, user: NatsUser) => `$JS.API.CONSUMER.${verb}.${teamStream}.${user.user}`;
    for (const subject of [
      teamSubject,
      consumer('INFO', bo),
      consumer('MSG.NEXT', bo),
      consumer('DELETE', bo),
      consumer('DELETE', ada),
      `$JS.ACK.${teamStream}.${bo.user}.1.1.1.1.0`,
      `${consumer('CREATE', bo)}.${teamSubject}`,
      `$JS.API.CONSUMER.CREATE.${teamStream}`,
      `$JS.API.CONSUMER.DURABLE.CREATE.${teamStream}.${ada.user}`,
      `$JS.API.CONSUMER.LIST.${teamStream}`,
      `$JS.API.STREAM.INFO.${teamStream}`,
      `$JS.API.STREAM.DELETE.${teamStream}`,
      `$JS.API.STREAM.PURGE.${teamStream}`,
      `$JS.API.STREAM.MSG.GET.${teamStream}`,
      `$JS.API.STREAM.LIST`,
      '$JS.API.INFO',
    ])
      expect([subject, await attempt(world, ada, subject)]).toEqual([subject, violation]);
    for (const subject of [
      teamSubject,
      '>',
      '_INBOX.>',
      `_INBOX_${bo.user}.>`,
      leaderSubject(bo.user),
      '$JS.>',
      '$SYS.>',
    ])
      expect([subject, await listens(world, ada, subject)]).toEqual([subject, violation]);
  });

  it('let a member hear who leads its own consumer, which it can do without', async () => {
    const world = await guarded();
    const { server, administrator, receiver, ada, allow } = world;
    expect(await listens(world, ada, leaderSubject(ada.user))).toBe('listening');
    const entry = ada.entry.replace(`, "${leaderSubject(ada.user)}"`, '');
    expect(entry).not.toBe(ada.entry);
    await allow([administrator, receiver, { ...ada, entry }]);
    expect(await listens(world, ada, leaderSubject(ada.user))).toBe(violation);
    const { online, tasks } = startMember(server, { user: ada });
    await online();
    await publish(server, ['1'], receiver);
    await eventually(() => tasks().length === 1);
  });

  it('keep a receiver from everything but publishing hooks', async () => {
    const world = await guarded();
    const { receiver, ada } = world;
    expect(await attempt(world, receiver, teamSubject)).toContain(`answered {"stream":"${teamStream}"`);
    for (const subject of [
      'redbooth.other',
      `$JS.API.CONSUMER.MSG.NEXT.${teamStream}.${receiver.user}`,
      `$JS.API.CONSUMER.CREATE.${teamStream}.${receiver.user}.${teamSubject}`,
      `$JS.API.CONSUMER.INFO.${teamStream}.${ada.user}`,
      `$JS.API.STREAM.INFO.${teamStream}`,
      `$JS.API.STREAM.DELETE.${teamStream}`,
      `$JS.API.STREAM.UPDATE.${teamStream}`,
    ])
      expect([subject, await attempt(world, receiver, subject)]).toEqual([subject, violation]);
    for (const subject of [teamSubject, '>', `_INBOX_${ada.user}.>`])
      expect([subject, await listens(world, receiver, subject)]).toEqual([subject, violation]);
  });

  it('do not let an administrator read or write hooks', async () => {
    const world = await guarded();
    for (const subject of [teamSubject, `$JS.API.STREAM.MSG.GET.${teamStream}`, `$JS.API.STREAM.DELETE.${teamStream}`])
      expect([subject, await attempt(world, world.administrator, subject)]).toEqual([subject, violation]);
  });
});

describe.skipIf(natsMissing !== null)('credentials', { timeout: 40_000 }, () => {
  it('that are revoked stop a member, which says so', async () => {
    const { server, administrator, receiver, ada, bo, allow } = await guarded();
    const revoked = startMember(server, { user: ada });
    const other = startMember(server, { user: bo });
    await Promise.all([revoked.online(), other.online()]);
    await allow([administrator, receiver, bo]);
    await revoked.offline('team-refused');
    await other.online();
    await publish(server, ['1'], receiver);
    await eventually(() => other.tasks().length === 1);
    expect(revoked.tasks()).toEqual([]);
    expect(revoked.states.at(-1)).toMatchObject({ state: 'offline', trouble: { isFinal: true } });
  });

  it('that the server does not know are refused', async () => {
    const { server } = await guarded();
    const stranger = startMember(server, { user: createNatsUser('member') });
    await stranger.offline('team-refused');
    const nobody = startMember(server);
    await nobody.offline('team-refused');
  });

  it('of a receiver do not make a member', async () => {
    const { server, receiver } = await guarded();
    const member = startMember(server, { user: receiver });
    await member.offline('team-not-permitted');
  });

  it.each([
    '',
    'hello',
    'SUAAAA',
    '-----BEGIN NATS USER JWT-----\nx\n------END NATS USER JWT------',
    'x'.repeat(99_999),
  ])('that are none are not used: %.20s', async (credentials) => {
    const { server } = await guarded();
    const member = startMember(server, { user: { user: 'x', credentials, entry: '' } });
    await member.offline('team-credentials-unusable');
  });

  it('are for one installation at a time; the next one may have them once the first is gone', async () => {
    const { server, administrator, ada, receiver } = await guarded();
    expect(administrator.user).not.toBe(ada.user);
    const first = startMember(server, { user: ada, installation: 'first' });
    await first.online();
    await publish(server, ['1'], receiver);
    await eventually(() => first.tasks().length === 1);
    const second = startMember(server, { user: ada, installation: 'second' });
    await second.offline('team-credentials-shared');
    await publish(server, ['2'], receiver);
    await eventually(() => first.tasks().length === 2);
    expect(second.tasks()).toEqual([]);
    await first.stop();
    await second.stop();
    const later = startMember(server, { user: ada, installation: 'second' });
    await eventually(() => later.member.current().state === 'online');
    // What the first one has acknowledged, this one has never seen.
    expect(later.gaps()).toBe(1);
  });
});

describe.skipIf(natsMissing !== null)('the way to the server', { timeout: 40_000 }, () => {
  it('is encrypted where the server asks for it, under a certificate that the team has named', async () => {
    const server = await createNatsServer({ isProtected: true });
    await server.start();
    const certificatesFile = join(server.directory, 'ca.pem');
    expect(
      await nats.setUpStream(await accessTo(server, null, certificatesFile), { replicas: 1, days: 1, bytes: 1e6 }),
    ).toEqual({
      ok: true,
      value: 'created',
    });
    const member = startMember(server, { certificatesFile });
    await member.online();
  });

  it('is not taken when the certificate is nobody’s that is trusted', async () => {
    const server = await createNatsServer({ isProtected: true });
    await server.start();
    const member = startMember(server);
    await member.offline('team-not-trusted');
  });

  it('is not taken in the clear beyond this machine, whatever the server offers', async () => {
    const server = await createNatsServer();
    await server.start();
    const access = await accessTo(server);
    const connected = await connectTeam({ ...access, servers: { ...access.servers, needsTls: true } });
    expect(connected).toMatchObject({ ok: false, failure: { code: 'team-not-trusted' } });
  });

  it('leads to no server that was not named', async () => {
    const server = await createNatsServer();
    await server.start();
    const connection = await rawConnection(server);
    expect(connection.getServer()).toBe(`127.0.0.1:${server.port}`);
    expect(await jetstreamManager(connection)).toBeDefined();
  });
});
