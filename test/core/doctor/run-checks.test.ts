import { describe, expect, it } from 'vitest';
import { type CheckName, checkNames } from '../../../electron/contract/index.ts';
import {
  type Finding,
  type RunCheck,
  attention,
  broken,
  notApplicable,
  ok,
} from '../../../electron/core/doctor/finding.ts';
import { type Checks, checkTimeout, runChecks, worstOf } from '../../../electron/core/doctor/run-checks.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { words } from './words.ts';

const checksOf = (
  finding: (name: CheckName) => ReturnType<RunCheck>,
  hear: (signal: AbortSignal) => void = () => undefined,
): Checks => {
  const check =
    (name: CheckName): RunCheck =>
    (signal) => {
      hear(signal);
      return finding(name);
    };
  return {
    internet: check('internet'),
    relay: check('relay'),
    listener: check('listener'),
    'public-nonce': check('public-nonce'),
    account: check('account'),
    rate: check('rate'),
    keyring: check('keyring'),
    notifications: check('notifications'),
    tray: check('tray'),
    database: check('database'),
    disk: check('disk'),
    clock: check('clock'),
  };
};
const never = new Promise<Finding>(() => undefined);

const set = () => {
  const clock = createFakeClock();
  const warnings: string[] = [];
  return { clock, warnings, ports: { clock, words, log: { warn: (message: string) => void warnings.push(message) } } };
};

describe('all twelve checks', () => {
  it('are told in their fixed order, whichever ends first', async () => {
    const { ports } = set();
    const report = await runChecks(
      checksOf((name) =>
        name === 'internet' ? new Promise((resolve) => setImmediate(() => resolve(ok('late')))) : ok('soon'),
      ),
      ports,
    );
    expect(report.checks.map(({ name }) => name)).toEqual(checkNames);
    expect(report.verdict).toBe('ok');
  });

  it.each(checkNames)('end although “%s” never does, which is told as broken', async (stuck) => {
    const { clock, ports } = set();
    const signals: AbortSignal[] = [];
    const running = runChecks(
      checksOf(
        (name) => (name === stuck ? never : ok('fine')),
        (signal) => signals.push(signal),
      ),
      ports,
    );
    await clock.advance(checkTimeout);
    const { checks, verdict } = await running;
    expect(verdict).toBe('broken');
    expect(checks.filter((check) => check.verdict !== 'ok')).toMatchObject([
      { name: stuck, ...broken(words.tooLong(checkTimeout / 1000)) },
    ]);
    expect(signals.filter(({ aborted }) => aborted)).toHaveLength(1);
    expect(clock.waiting()).toBe(0);
  });

  it('all run at once: twelve that hang take the time of one', async () => {
    const { clock, ports } = set();
    const running = runChecks(
      checksOf(() => never),
      ports,
    );
    await clock.advance(checkTimeout);
    expect((await running).checks.map(({ verdict }) => verdict)).toEqual(checkNames.map(() => 'broken'));
  });

  it('one that throws is told as not done, and the log says why', async () => {
    const { ports, warnings } = set();
    const report = await runChecks(
      checksOf((name) => {
        if (name === 'disk') throw new Error('odd');
        return ok('fine');
      }),
      ports,
    );
    expect(report.checks.find(({ name }) => name === 'disk')).toMatchObject({ name: 'disk', ...broken(words.notDone) });
    expect(warnings.join()).toContain('odd');
  });
});

const trouble = { sentence: 'It is so.', advice: 'Do this.' };

it.each([
  [[ok('a'), notApplicable('b')], 'ok'],
  [[ok('a'), attention(trouble)], 'attention'],
  [[attention(trouble), broken(trouble), ok('a')], 'broken'],
  [[notApplicable('a')], 'ok'],
] as const)('the overall verdict of %j is %s', (findings, overall) => {
  expect(worstOf(findings.map(({ verdict }) => verdict))).toBe(overall);
});
