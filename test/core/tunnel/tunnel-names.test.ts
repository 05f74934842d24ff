import { describe, expect, it } from 'vitest';
import { createTunnelNames } from '../../../electron/core/tunnel/tunnel-names.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';

describe('the name that relays are asked for', () => {
  it('is the same after a restart, also when it is a new one', () => {
    const history = temporaryHistory();
    const clock = createFakeClock();
    const names = createTunnelNames(history.open(), clock, createFakeLog());
    const first = names.current();
    expect(createTunnelNames(history.open(), clock, createFakeLog()).current()).toBe(first);
    names.take('another');
    expect(createTunnelNames(history.open(), clock, createFakeLog()).current()).toBe('another');
  });

  it('changes for this run when it cannot be written down, and no more than once an hour', async () => {
    const database = temporaryHistory().open();
    const clock = createFakeClock();
    const log = createFakeLog();
    const names = createTunnelNames(database, clock, log);
    database.exec('PRAGMA query_only = ON');
    names.lose();
    const next = names.replacement() ?? '';
    expect(next).not.toBe('');
    names.take(next);
    expect(names.current()).toBe(next);
    expect(log.lines).toHaveLength(1);
    names.lose();
    expect(names.replacement()).toBeNull();
    await clock.advance(3_600_000);
    expect(names.replacement()).not.toBeNull();
  });
});
