import { describe, expect, it } from 'vitest';
import { createNatsServer, natsMissing } from './nats-server.ts';
import { createOperator } from './operator.ts';
import { eventually, publish, setUp, startMember } from './stream-world.ts';

/** A server that knows its users by the signature of their account alone. */
const operated = async () => {
  const operator = createOperator();
  const server = await createNatsServer({ more: operator.lines });
  await server.start();
  await setUp(server, operator.createUser('administrator'));
  return { server, operator };
};

describe.skipIf(natsMissing !== null)('a .creds file with a JWT', { timeout: 40_000 }, () => {
  it('lets receivers and members in where the server knows their account', async () => {
    const { server, operator } = await operated();
    const ada = operator.createUser('member');
    const { online, tasks } = startMember(server, { user: ada });
    await online();
    await publish(server, ['1', '2'], operator.createUser('receiver'));
    await eventually(() => tasks().length === 2);
  });

  it('of another operator is refused', async () => {
    const { server } = await operated();
    const stranger = startMember(server, { user: createOperator().createUser('member') });
    await stranger.offline('team-refused');
    expect(stranger.tasks()).toEqual([]);
  });

  it('may do no more than its JWT says', async () => {
    const { server, operator } = await operated();
    const member = startMember(server, { user: operator.createUser('receiver') });
    await member.offline('team-not-permitted');
  });
});
