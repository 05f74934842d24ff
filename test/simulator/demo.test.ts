import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeClock } from '../fakes/clock.ts';
import { startDemo } from '../../electron/simulator/demo.ts';
import { startReceiver } from './start.ts';

describe('the demo', () => {
  it('signs in as Ada and shows her three projects', async () => {
    const demo = await startDemo({ clock: createFakeClock() });
    onTestFinished(() => demo.dispose());
    const ask = async (path: string): Promise<unknown> => {
      const reply = await fetch(`${demo.origin}/api/3${path}`, {
        headers: { authorization: `Bearer ${demo.accessToken}` },
      });
      return reply.json();
    };
    expect(await ask('/me')).toMatchObject({ first_name: 'Ada', last_name: 'Lovell', username: 'ada' });
    expect(await ask('/projects?order=id-ASC')).toMatchObject([
      { name: 'Website relaunch' },
      { name: 'Autumn summit' },
      { name: 'Office move' },
    ]);
  });

  it('sends the first hook, a mention of Ada, within 5 s of attaching', async () => {
    const clock = createFakeClock();
    const demo = await startDemo({ clock });
    onTestFinished(() => demo.dispose());
    const { url, received } = await startReceiver();
    demo.attachHook(url);
    expect(clock.waiting()).toBe(1);
    await clock.advance(2000);
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(received[0]?.body).toContain('"action":"update"');
  });

  it('waits for a hook URL, and leaves nothing behind', async () => {
    const clock = createFakeClock();
    const demo = await startDemo({ clock });
    expect(clock.waiting()).toBe(0);
    demo.attachHook('http://127.0.0.1:1/x');
    await demo.dispose();
    expect(clock.waiting()).toBe(0);
    await expect(fetch(demo.origin)).rejects.toThrow();
  });
});
