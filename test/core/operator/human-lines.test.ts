import { expect, it } from 'vitest';
import { createHumanLines } from '../../../electron/core/operator/human-lines.ts';

const tunnel = (state: string): string =>
  JSON.stringify({ event: 'tunnel', at: '2026-11-23T09:00:00.000Z', state, url: null, hookUrl: null, cause: null });

it('says the same only once in a row', () => {
  const read = createHumanLines(() => 'Running.');
  const said = ['connecting', 'connecting', 'offline', 'connecting'].map((state) => read(tunnel(state)) !== null);
  expect(said).toEqual([true, false, true, true]);
});

it('lets lines of no interest not count as something said', () => {
  const read = createHumanLines(() => 'Running.');
  read(tunnel('connecting'));
  read(JSON.stringify({ event: 'settled', at: '2026-11-23T09:00:00.000Z' }));
  expect(read(tunnel('connecting'))).toBeNull();
});
