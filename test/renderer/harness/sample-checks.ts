import type { Check, CheckReport } from '../../../electron/contract/index.ts';
import { hostMessages } from '../../../electron/messages/host-messages.ts';

const { checks: words } = hostMessages('en');

const check = (
  name: Check['name'],
  verdict: Check['verdict'],
  { sentence, advice }: { readonly sentence: string; readonly advice: string | null },
  subject: string | null = null,
): Check => ({ name, title: words.names[name], verdict, state: words.verdicts[verdict], sentence, advice, subject });

/** One check of each verdict. */
export const sampleChecks: CheckReport = {
  verdict: 'broken',
  sentence: words.overall.broken,
  at: Date.UTC(2026, 10, 23, 9, 0, 0),
  checks: [
    check('internet', 'ok', { sentence: words.internet.ok, advice: null }, 'https://redbooth.com'),
    check('relay', 'broken', words.relay.silent, 'https://localtunnel.me'),
    check('tray', 'not-applicable', { sentence: words.notOnThisHost, advice: null }),
    check('clock', 'attention', words.clock.skewed(90)),
  ],
};
