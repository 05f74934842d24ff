import type { SpokenMoment } from '../../messages/spoken.ts';
import type { Change, ChangeAccount, Decision } from '../changes/change.ts';
import { createLocalTime } from '../../contract/local-time.ts';
import type { Reading } from '../reading.ts';
import { knownName } from '../redbooth/directory-port.ts';
import { shortTime, spokenDay } from './dates.ts';
import { cutAtWord, oneLine, quoted } from './plain-text.ts';

const nameLength = 60;
const shortName = (name: string): string => cutAtWord(oneLine(name), nameLength);
const projectName = ({ project }: ChangeAccount): string | null => (project === null ? null : shortName(project.name));
const actorName = ({ actor }: ChangeAccount): string | null => {
  const name = actor === null ? null : knownName('person', actor.name);
  return name === null ? null : shortName(name);
};

const mutedUntil = ({ basis }: Decision, reading: Reading): SpokenMoment | null => {
  const until = basis?.mutedUntil;
  if (until === null || until === undefined) return null;
  const { dayAt } = createLocalTime(reading.zone);
  const isToday = dayAt(until) === dayAt(reading.now);
  return { day: isToday ? null : spokenDay(until, reading), time: shortTime(until, reading) };
};

const toldWords = ({ reason, basis }: Decision, account: ChangeAccount, { messages: { why } }: Reading): string => {
  switch (reason) {
    case 'mentions-you':
    case 'assigned-to-you':
    case 'was-assigned-to-you':
    case 'created-by-you':
    case 'watched-by-you':
      return why.told[reason];
    case 'in-chosen-project':
      return why.toldInProject(projectName(account));
    default:
      return basis === undefined ? why.toldSomehow : why.toldByRule(basis.subject, basis.scope);
  }
};

const skippedWords = (decision: Decision, account: ChangeAccount, reading: Reading): string => {
  const { reason, basis } = decision;
  const { why } = reading.messages;
  switch (reason) {
    case 'own-change':
    case 'paused':
    case 'quiet-hours':
    case 'do-not-disturb':
    case 'cancelled-out':
      return why.skipped[reason];
    case 'filtered':
      return basis === undefined || basis.scope === 'other'
        ? why.notYours
        : why.listedByRule(basis.subject, basis.scope);
    case 'ignored':
      return basis === undefined ? why.ignored : why.ignoredByRule(basis.subject, basis.scope);
    case 'muted-task':
      return why.mutedTask(quoted(account.title), mutedUntil(decision, reading));
    case 'muted-project':
      return why.mutedProject(projectName(account), mutedUntil(decision, reading));
    case 'muted-organization':
      return why.mutedOrganization(mutedUntil(decision, reading));
    case 'muted-person':
      return why.mutedPerson(actorName(account), mutedUntil(decision, reading));
    default:
      return why.listedSomehow;
  }
};

/**
 * Why a change raised a notification or did not, in one sentence without a full stop, from what was kept with it; what was
 * decided before the rule was kept is explained by its reason alone.
 */
export const whyOf = ({ account, decision }: Pick<Change, 'account' | 'decision'>, reading: Reading): string => {
  if (decision === null) return reading.messages.why.undecided;
  return decision.kind === 'notified'
    ? toldWords(decision, account, reading)
    : skippedWords(decision, account, reading);
};
