import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createQuit } from '../../electron/shell/quit.ts';
import { createFakeClock } from '../fakes/clock.ts';

const open = () => {
  const app = new EventEmitter();
  const process = new EventEmitter();
  const clock = createFakeClock();
  const exits: number[] = [];
  const troubles: string[] = [];
  const quit = createQuit({
    app,
    process,
    clock,
    exit: (code) => exits.push(code),
    onTrouble: (message) => troubles.push(message),
  });
  return { app, process, clock, exits, troubles, quit };
};

describe('the app ends', () => {
  it.each(['SIGTERM', 'SIGINT'])('with 0 on %s, after what it holds', async (signal) => {
    const { process, clock, exits, quit } = open();
    const ended: string[] = [];
    quit.holds(async () => void ended.push('held'));
    process.emit(signal);
    await clock.advance(0);
    expect(ended).toEqual(['held']);
    expect(exits).toEqual([0]);
    expect(clock.waiting()).toBe(0);
  });

  it('in its own order when the system asks it to', async () => {
    const { app, clock, exits, quit } = open();
    let isHeldOff = false;
    quit.holds(async () => undefined);
    app.emit('before-quit', { preventDefault: () => (isHeldOff = true) });
    expect(isHeldOff).toBe(true);
    await clock.advance(0);
    expect(exits).toEqual([0]);
  });

  it('once, however often it is asked', async () => {
    const { process, clock, exits, quit } = open();
    let ends = 0;
    quit.holds(async () => void (ends += 1));
    quit.request();
    quit.request();
    process.emit('SIGTERM');
    await clock.advance(0);
    expect([ends, exits]).toEqual([1, [0]]);
  });

  it('at once while it holds nothing', async () => {
    const { clock, exits, quit } = open();
    quit.request();
    await clock.advance(0);
    expect(exits).toEqual([0]);
  });

  it('all the same when something hangs', async () => {
    const { clock, exits, troubles, quit } = open();
    quit.holds(() => new Promise(() => undefined));
    quit.request();
    await clock.advance(4_999);
    expect(exits).toEqual([]);
    await clock.advance(1);
    expect(exits).toEqual([0]);
    expect(troubles).toHaveLength(1);
  });

  it('all the same when something fails', async () => {
    const { clock, exits, troubles, quit } = open();
    quit.holds(() => Promise.reject(new Error('disk full')));
    quit.request();
    await clock.advance(0);
    expect(exits).toEqual([0]);
    expect(troubles).toEqual(['Stopping failed: Error: disk full']);
  });
});

describe('the app restarts', () => {
  it('by what it is handed over to, once everything it holds has ended', async () => {
    const { clock, exits, quit } = open();
    const done: string[] = [];
    quit.holds(async () => void done.push('held'));
    quit.restart((exit) => {
      done.push('last');
      exit();
    });
    await clock.advance(0);
    expect([done, exits]).toEqual([['held', 'last'], [0]]);
  });

  it('lets the one it is handed over to quit it', async () => {
    const { app, clock, exits, quit } = open();
    quit.restart(() => undefined);
    await clock.advance(0);
    let isHeldOff = false;
    app.emit('before-quit', { preventDefault: () => (isHeldOff = true) });
    await clock.advance(0);
    expect([isHeldOff, exits]).toEqual([false, []]);
  });

  it('ends all the same when that one never ends it', async () => {
    const { clock, exits, quit } = open();
    quit.restart(() => undefined);
    await clock.advance(15_000);
    expect(exits).toEqual([0]);
  });

  it('hands over once, though what it holds hangs', async () => {
    const { clock, exits, quit } = open();
    let times = 0;
    let release = (): void => undefined;
    quit.holds(() => new Promise((resolve) => (release = resolve)));
    quit.restart(() => (times += 1));
    await clock.advance(5_000);
    release();
    await clock.advance(0);
    expect([times, exits]).toEqual([1, []]);
  });

  it('not once it is quitting', async () => {
    const { clock, exits, quit } = open();
    quit.request();
    quit.restart(() => {
      throw new Error('handed over');
    });
    await clock.advance(0);
    expect(exits).toEqual([0]);
  });
});
