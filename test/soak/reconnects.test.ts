import { expect, test } from 'vitest';
import { temporaryDirectory } from '../fakes/directory.ts';
import { soakReconnects } from './reconnects.ts';

test(
  'a hundred reconnects leave no more sockets, servers and timers than there were before, and no memory',
  { timeout: 120_000 },
  async () => {
    const { before, after } = await soakReconnects({
      directory: temporaryDirectory(),
      warmUp: 40,
      reconnects: 100,
      onHundred: () => undefined,
    });
    // Ten connections, each with both its ends in this process.
    expect(before.sockets).toBeGreaterThanOrEqual(20);
    expect(before.timers).toBeGreaterThan(0);
    expect({ ...after, memory: 0 }).toEqual({ ...before, memory: 0 });
    expect(after.memory - before.memory).toBeLessThan(2 ** 20);
  },
);
