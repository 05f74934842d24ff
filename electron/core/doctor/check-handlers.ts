import { type CheckReport, type Copied, type Language, type RequestHandlers, succeed } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import { hostMessages } from '../../messages/host-messages.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Reading } from '../reading.ts';
import { reportText } from './report-text.ts';
import { type Checks, runChecks } from './run-checks.ts';

export type CheckHandlerPorts = {
  readonly createChecks: (messages: HostMessages) => Checks;
  readonly reading: () => Reading;
  readonly copyText: (text: string) => Promise<Copied>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Answers the wish to check everything; who asks while checks are under way gets the same ones. */
export const createCheckHandlers = (ports: CheckHandlerPorts): Pick<RequestHandlers, 'run-checks' | 'copy-checks'> => {
  const { createChecks, reading, copyText, clock } = ports;
  const underWay = new Map<Language, Promise<CheckReport>>();
  let last: CheckReport | null = null;

  const run = (language: Language): Promise<CheckReport> => {
    const running = underWay.get(language);
    if (running !== undefined) return running;
    const messages = hostMessages(language);
    const started = runChecks(createChecks(messages), { ...ports, words: messages.checks, clock }).finally(() =>
      underWay.delete(language),
    );
    underWay.set(language, started);
    return started;
  };

  return {
    'run-checks': async ({ language: wanted }) => {
      const report = await run(wanted ?? reading().language);
      last = report;
      return succeed(report);
    },
    'copy-checks': async () => {
      if (last === null) return succeed({ kind: 'nothing' });
      return succeed(await copyText(reportText(last, { withSubjects: false })));
    },
  };
};
