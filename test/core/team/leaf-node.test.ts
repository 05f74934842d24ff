import { PermissionViolationError } from '@nats-io/transport-node';
import { describe, expect, it } from 'vitest';
import { teamPermissions, teamStream, teamSubject } from '../../../electron/core/team/subjects.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { type NatsUser, createNatsServer, createNatsUser, natsMissing } from './nats-server.ts';
import { eventually, publish, rawConnection, setUp, startMember } from './stream-world.ts';

const domain = 'hooks';

/** By the domain’s name, as a leaf node asks. */
const inDomain = (text: string): string => text.replaceAll('$JS.API.', `$JS.${domain}.API.`);

/** What the leaf node’s own user may do: what its members may, and no more. */
const leafUser = (members: readonly NatsUser[]): string => {
  const permissions = members.map(({ user }) => teamPermissions('member', user));
  const publishes = permissions.flatMap(({ publish }) => publish).map(inDomain);
  const subscribes = permissions.flatMap(({ subscribe }) => subscribe);
  return `{ user: region, password: secret, permissions: ${JSON.stringify({ publish: publishes, subscribe: subscribes })} }`;
};

/** The server that holds the stream, and a leaf node without streams that members connect to. */
const createRegion = async () => {
  const administrator = createNatsUser('administrator');
  const receiver = createNatsUser('receiver');
  const ada = createNatsUser('member');
  const bo = createNatsUser('member');
  const stranger = createNatsUser('member');
  const leafPort = await findFreePort();
  const hub = await createNatsServer({
    users: [administrator.entry, receiver.entry, leafUser([ada, bo])],
    domain,
    more: [`leafnodes { listen: "127.0.0.1:${leafPort}" }`],
  });
  await hub.start();
  await setUp(hub, administrator);
  const leaf = await createNatsServer({
    // The leaf node lets somebody in whom the hub does not know.
    users: [ada, bo, stranger].map(({ entry }) => inDomain(entry)),
    hasStreams: false,
    more: [
      `default_js_domain { "$G": ${domain} }`,
      `leafnodes { reconnect: 1, remotes: [{ url: "nats-leaf://region:secret@127.0.0.1:${leafPort}" }] }`,
    ],
  });
  await leaf.start();
  return { hub, leaf, receiver, ada, bo, stranger };
};

describe.skipIf(natsMissing !== null)('members of a leaf node', { timeout: 40_000 }, () => {
  it('get the hooks of the cluster’s stream, each at their own place', async () => {
    const { hub, leaf, receiver, ada, bo } = await createRegion();
    const members = [startMember(leaf, { user: ada }), startMember(leaf, { user: bo })];
    await Promise.all(members.map(({ online }) => online()));
    await publish(hub, ['1', '2'], receiver);
    await eventually(() => members.every(({ tasks }) => tasks().length === 2));
    await members[0]?.stop();
    await publish(hub, ['3'], receiver);
    await eventually(() => members[1]?.tasks().length === 3);
    expect(members.map(({ gaps }) => gaps())).toEqual([0, 0]);
  });

  it('go on where they were when the leaf node was away', async () => {
    const { hub, leaf, receiver, ada } = await createRegion();
    const { online, member, tasks, gaps } = startMember(leaf, { user: ada });
    await online();
    await leaf.kill();
    await eventually(() => member.current().state === 'offline');
    await publish(hub, ['1', '2'], receiver);
    await leaf.start();
    await eventually(() => tasks().length === 2);
    expect(gaps()).toBe(0);
  });

  it('go on when the cluster was away behind the leaf node', async () => {
    const { hub, leaf, receiver, ada } = await createRegion();
    const { online, tasks, gaps } = startMember(leaf, { user: ada });
    await online();
    await hub.kill();
    await hub.start();
    await publish(hub, ['1'], receiver);
    await eventually(() => tasks().length === 1);
    expect(gaps()).toBe(0);
  });

  it('are kept from everything but their own place', async () => {
    const { leaf, ada, bo } = await createRegion();
    const connection = await rawConnection(leaf, ada);
    const refused: string[] = [];
    void (async () => {
      for await (const status of connection.status())
        if (status.type === 'error' && status.error instanceof PermissionViolationError)
          refused.push(status.error.subject);
    })();
    const info = (user: string) => `$JS.API.CONSUMER.INFO.${teamStream}.${user}`;
    const others = [info(bo.user), `$JS.API.STREAM.MSG.GET.${teamStream}`, teamSubject];
    for (const subject of others) connection.publish(subject, '{}', { reply: `_INBOX_${ada.user}.nobody` });
    // This one gets through, to a consumer that is not there yet.
    expect((await connection.request(info(ada.user), '', { timeout: 5_000 })).string()).toContain('consumer not found');
    await eventually(() => refused.length === others.length);
    expect(refused).toEqual(others.map(inDomain));
  });

  it('get no further than the leaf node’s own user, whatever the leaf node lets them do', async () => {
    const { hub, leaf, receiver, stranger, ada } = await createRegion();
    const known = startMember(leaf, { user: ada });
    await known.online();
    const { member, tasks } = startMember(leaf, { user: stranger });
    await publish(hub, ['1'], receiver);
    await eventually(() => known.tasks().length === 1);
    await eventually(() => member.current().state === 'offline');
    expect(tasks()).toEqual([]);
  });
});
