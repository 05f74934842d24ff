import { describe, expect, it } from 'vitest';
import { runTeam } from '../../bench/team/run-team.ts';
import { natsMissing } from '../../core/team/nats-server.ts';

describe.skipIf(natsMissing !== null)('a team on a cluster of three servers', { timeout: 120_000 }, () => {
  it('loses and doubles nothing, and misses nothing wrongly, when the leading server and a receiver are killed midway', async () => {
    const outcome = await runTeam({ members: 10, hooks: 500, rate: 250, processes: 2, rest: 0, limit: 90_000 });
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, gaps: 0 });
    // A hook that the killed receiver had not answered yet is its sender’s.
    expect(outcome.acknowledged).toBeGreaterThan(400);
  });
});
