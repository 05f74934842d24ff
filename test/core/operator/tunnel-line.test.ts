import { expect, test } from 'vitest';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import { createTunnelLine } from '../../../electron/core/operator/tunnel-line.ts';
import type { TunnelState } from '../../../electron/core/tunnel/tunnel-state.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const url = 'https://name.example';
const online: TunnelState = { state: 'online', url, cause: null, provenAt: 1 };

const setUp = () => {
  const clock = createFakeClock();
  const lines: OperatorLine[] = [];
  const times: number[] = [];
  const report = (line: OperatorLine, at: number): void => {
    lines.push(line);
    times.push(at);
  };
  return { clock, lines, times, tell: createTunnelLine(report, clock) };
};

test('a line says state, address, hook URL and cause, at the time of the difference', () => {
  const { clock, lines, times, tell } = setUp();
  tell({ ...online, state: 'offline', cause: 'dns', provenAt: null }, `${url}/secret`);
  expect(lines).toEqual([{ event: 'tunnel', state: 'offline', url, hookUrl: `${url}/secret`, cause: 'dns' }]);
  expect(times).toEqual([clock.now()]);
});

test('a proof that only repeats the last one is no line', () => {
  const { lines, tell } = setUp();
  tell(online, `${url}/secret`);
  tell({ ...online, provenAt: 45_000 }, `${url}/secret`);
  expect(lines).toHaveLength(1);
});

test('every other difference is a line: state, cause, address, hook URL', () => {
  const { lines, tell } = setUp();
  tell(online, `${url}/secret`);
  tell({ ...online, state: 'degraded', cause: 'no-answer' }, `${url}/secret`);
  tell({ ...online, state: 'degraded', cause: 'foreign-answer' }, `${url}/secret`);
  tell({ ...online, url: 'https://other.example' }, 'https://other.example/secret');
  tell({ ...online, url: 'https://other.example' }, 'https://other.example/fresh');
  expect(lines).toHaveLength(5);
});
