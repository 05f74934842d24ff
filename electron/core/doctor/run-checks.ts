import {
  type CheckName,
  type CheckReport,
  type OverallVerdict,
  type Verdict,
  checkNames,
} from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createDeadline } from '../tunnel/deadline.ts';
import { type CheckWords, type Finding, type RunCheck, broken } from './finding.ts';

/** A way to look at each of the twelve things. */
export type Checks = { readonly [Name in CheckName]: RunCheck };

export type RunChecksPorts = { readonly clock: Clock; readonly log: Pick<Log, 'warn'>; readonly words: CheckWords };

/** How long one check may take, in ms: longer than the self-test of the hook URL, which has 10 s for each of two requests. */
export const checkTimeout = 20_000;

/** The worst of several verdicts; what does not apply has no say. */
export const worstOf = (verdicts: readonly Verdict[]): OverallVerdict =>
  verdicts.includes('broken') ? 'broken' : verdicts.includes('attention') ? 'attention' : 'ok';

/** Runs all checks at once; each has 20 s, so the report is there by then. In the order of `checkNames`; never rejects. */
export const runChecks = async (checks: Checks, ports: RunChecksPorts): Promise<CheckReport> => {
  const at = ports.clock.now();
  const { words } = ports;
  const done = await Promise.all(
    checkNames.map(async (name) => {
      const finding = await runOne(name, checks[name], ports);
      return { name, title: words.names[name], state: words.verdicts[finding.verdict], ...finding };
    }),
  );
  const verdict = worstOf(done.map((check) => check.verdict));
  return { verdict, sentence: words.overall[verdict], at, checks: done };
};

const runOne = async (name: CheckName, check: RunCheck, { clock, log, words }: RunChecksPorts): Promise<Finding> => {
  const deadline = createDeadline(clock, checkTimeout, new AbortController().signal);
  const tooLong = deadline.over.then(() => broken(words.tooLong(checkTimeout / 1000)));
  try {
    return await Promise.race([attempt(check, deadline.signal), tooLong]);
  } catch (error) {
    log.warn(`The check “${name}” failed: ${String(error)}`);
    return broken(words.notDone);
  } finally {
    deadline.dispose();
  }
};

/** What a check throws at once is a rejection like what it throws later. */
const attempt = async (check: RunCheck, signal: AbortSignal): Promise<Finding> => check(signal);
