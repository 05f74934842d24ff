import { bytesTarget } from './bytes-target.ts';
import { ipcTarget } from './ipc-target.ts';
import { pageApiTarget } from './page-api-target.ts';
import { payloadTarget } from './payload-target.ts';
import { replyTarget } from './reply-target.ts';
import { settingsTarget } from './settings-target.ts';
import { type Fuzz, type FuzzReport, fuzzOf } from './target.ts';

/** All that takes something from outside. */
export const targets: readonly Fuzz[] = [
  fuzzOf(bytesTarget),
  fuzzOf(payloadTarget),
  fuzzOf(replyTarget),
  fuzzOf(settingsTarget),
  fuzzOf(pageApiTarget),
  fuzzOf(ipcTarget),
];

/** How many of all cases are a target’s. */
export const casesOf = ({ share }: Fuzz, cases: number): number => Math.ceil((cases * share) / 100);

/** A report as a person reads it. */
export const describeReport = ({ name, cases, seconds, complaints, figures }: FuzzReport): string =>
  [
    `${complaints.length === 0 ? 'STOOD' : 'FELL '} ${name}: ${cases} cases in ${seconds.toFixed(1)} s`,
    ...figures.map((figure) => `      ${figure}`),
    ...complaints.map((complaint) => `      ${complaint}`),
  ].join('\n');
