import { jetstreamManager } from '@nats-io/jetstream';
import { describe, expect, it } from 'vitest';
import { teamStream } from '../../../electron/core/team/subjects.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { createNatsServer, createNatsUser, natsMissing } from './nats-server.ts';
import { eventually, publish, rawConnection, setUp, startMember } from './stream-world.ts';

/** The servers that receivers write to, and those of a region, which keep a mirror of the stream under the same name. */
const createRegion = async () => {
  const administrator = createNatsUser('administrator');
  const receiver = createNatsUser('receiver');
  const ada = createNatsUser('member');
  const leafPort = await findFreePort();
  const hub = await createNatsServer({
    users: [administrator.entry, receiver.entry, '{ user: region, password: secret }'],
    domain: 'hooks',
    more: [`leafnodes { listen: "127.0.0.1:${leafPort}" }`],
  });
  await hub.start();
  await setUp(hub, administrator);
  const region = await createNatsServer({
    users: [administrator.entry, ada.entry],
    domain: 'region',
    more: [`leafnodes { reconnect: 1, remotes: [{ url: "nats-leaf://region:secret@127.0.0.1:${leafPort}" }] }`],
  });
  await region.start();
  const manager = await jetstreamManager(await rawConnection(region, administrator), { checkAPI: false });
  await manager.streams.add({ name: teamStream, mirror: { name: teamStream, domain: 'hooks' } });
  return { hub, region, receiver, ada };
};

describe.skipIf(natsMissing !== null)('a region with a mirror of the stream', { timeout: 40_000 }, () => {
  it('has its members read from there, at places that its own servers keep', async () => {
    const { hub, region, receiver, ada } = await createRegion();
    const { online, tasks, gaps } = startMember(region, { user: ada });
    await online();
    await publish(hub, ['1', '2'], receiver);
    await eventually(() => tasks().length === 2);
    await hub.kill();
    await hub.start();
    await publish(hub, ['3'], receiver);
    await eventually(() => tasks().length === 3);
    expect(tasks()).toEqual(['1', '2', '3']);
    expect(gaps()).toBe(0);
  });
});
