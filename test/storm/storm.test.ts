import { expect, test } from 'vitest';
import { temporaryDirectory } from '../fakes/directory.ts';
import { createFastPassage } from './passage.ts';
import { planStorm } from './plan.ts';
import { runStorm } from './storm.ts';
import { judge } from './verdict.ts';

test(
  'thirty minutes of storm, a fault every 20 s: nothing acknowledged is lost or doubled, everything sent while reachable is acknowledged, and the tunnel is proven again within 5 s',
  { timeout: 300_000 },
  async () => {
    let appending = 0;
    const verdict = judge(
      await runStorm({
        plan: planStorm(30, 4711),
        seed: 4711,
        directory: temporaryDirectory(),
        passage: createFastPassage(() => appending > 0),
        onAppending: (difference) => {
          appending += difference;
        },
        onMinute: () => undefined,
      }),
    );
    expect(verdict.lost).toEqual([]);
    expect(verdict.doubled).toEqual([]);
    expect(verdict.broken).toEqual([]);
    // The storm did blow, and hooks did come through.
    expect(verdict.recoveries.length).toBeGreaterThan(50);
    expect(verdict.promised).toBeGreaterThan(1000);
    expect(verdict.acknowledged).toBeLessThan(verdict.sent);
    expect(verdict.recoveryP95).toBeLessThanOrEqual(5000);
  },
);
