import { expect, it } from 'vitest';
import { createDemoStarter } from '../../electron/shell/start-demo.ts';
import { createFakeLog } from '../fakes/log.ts';

const start = (isWithoutSandbox = false) => {
  const started: string[] = [];
  const state: { refusal: Error | null; end: () => void } = { refusal: null, end: () => undefined };
  const startDemo = createDemoStarter({
    command: ['/opt/electron', '/opt/app'],
    isWithoutSandbox,
    start: async (program, args, onEnded) => {
      if (state.refusal !== null) throw state.refusal;
      started.push([program, ...args].join(' '));
      state.end = onEnded;
    },
    log: createFakeLog(),
  });
  return { startDemo, started, state };
};

it('starts the app once more, as a demo', async () => {
  const { startDemo, started } = start();
  expect(await startDemo()).toEqual({ ok: true, value: { kind: 'started' } });
  expect(started).toEqual(['/opt/electron /opt/app --demo']);
});

it('starts it without the sandbox where this one is', async () => {
  const { startDemo, started } = start(true);
  await startDemo();
  expect(started).toEqual(['/opt/electron --no-sandbox /opt/app --demo']);
});

it('starts no second one while the first runs', async () => {
  const { startDemo, started, state } = start();
  await Promise.all([startDemo(), startDemo()]);
  expect(started).toHaveLength(1);
  state.end();
  await startDemo();
  expect(started).toHaveLength(2);
});

it('says what to do when it cannot be started, and tries again when asked again', async () => {
  const { startDemo, started, state } = start();
  state.refusal = new Error('EACCES');
  expect(await startDemo()).toEqual({ ok: false, failure: 'not-started' });
  state.refusal = null;
  await startDemo();
  expect(started).toHaveLength(1);
});
