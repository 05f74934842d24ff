import type { RuleScope, RuleSubject } from '../../contract/index.ts';
import type { Change, ChangeAccount, Decision } from '../changes/change.ts';
import { shortDay } from './dates.ts';
import { cutAtWord, oneLine, quoted } from './plain-text.ts';

/** When the sentence is read: `now` in ms since 1970, the time zone (IANA) of its times, null for the machine’s own. */
export type Reading = { readonly now: number; readonly zone: string | null };

const subjectWords: Readonly<Record<RuleSubject, string>> = {
  assigned: 'the assignment of',
  mention: 'mentions in',
  comment: 'comments on',
  status: 'the status of',
  'due-date': 'due dates of',
  urgent: 'the urgency of',
  created: 'the creation of',
  deleted: 'the deletion of',
  other: 'other changes of',
};

const scopeWords: Readonly<Record<RuleScope, string>> = {
  mine: 'your tasks',
  watched: 'tasks you watch',
  chosen: 'tasks in your chosen projects',
  other: 'all other tasks',
};

const nameLength = 60;
const shortName = (name: string): string => cutAtWord(oneLine(name), nameLength);

const ruleOf = ({ basis }: Decision): string | null =>
  basis === undefined ? null : `by your rule for ${subjectWords[basis.subject]} ${scopeWords[basis.scope]}`;

const untilWords = ({ basis }: Decision, { now, zone }: Reading): string => {
  const until = basis?.mutedUntil;
  if (until === null || until === undefined) return '';
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone ?? undefined,
    hour: '2-digit',
    minute: '2-digit',
  });
  const day = shortDay(until, now, zone);
  return ` until ${day === 'today' ? '' : `${day}, `}${format.format(until)}`;
};

const toldWords = (decision: Decision, { project }: ChangeAccount): string => {
  switch (decision.reason) {
    case 'mentions-you':
      return 'Told because it mentions you';
    case 'assigned-to-you':
      return 'Told because it is assigned to you';
    case 'was-assigned-to-you':
      return 'Told because it was assigned to you';
    case 'created-by-you':
      return 'Told because you created it';
    case 'watched-by-you':
      return 'Told because you watch it';
    case 'in-chosen-project':
      return `Told because ${shortName(project?.name ?? 'its project')} is one of your chosen projects`;
    default: {
      const rule = ruleOf(decision);
      return rule === null ? 'Told' : `Told, ${rule}`;
    }
  }
};

const filteredWords = (decision: Decision): string => {
  const rule = ruleOf(decision);
  return rule === null || decision.basis?.scope === 'other'
    ? 'Only listed: it is not your task, and you do not watch it'
    : `Only listed, ${rule}`;
};

const skippedWords = (decision: Decision, account: ChangeAccount, reading: Reading): string => {
  switch (decision.reason) {
    case 'own-change':
      return 'Only listed: you did this yourself';
    case 'filtered':
      return filteredWords(decision);
    case 'ignored':
      return `Not listed, ${ruleOf(decision) ?? 'by your rules'}`;
    case 'muted-task':
      return `Only listed: you muted ${quoted(account.title)}${untilWords(decision, reading)}`;
    case 'muted-project':
      return `Only listed: you muted ${shortName(account.project?.name ?? 'its project')}${untilWords(decision, reading)}`;
    case 'muted-organization':
      return `Only listed: you muted its organisation${untilWords(decision, reading)}`;
    case 'muted-person':
      return `Only listed: you muted ${shortName(account.actor?.name ?? 'who did it')}${untilWords(decision, reading)}`;
    case 'paused':
      return 'Held back while notifications were paused';
    case 'quiet-hours':
      return 'Held back during your quiet hours';
    case 'do-not-disturb':
      return 'Held back while your system was set not to disturb you';
    case 'cancelled-out':
      return 'Only listed: it was created and deleted before you could be told';
    default:
      return 'Only listed';
  }
};

/**
 * Why a change raised a notification or did not, in one sentence without a full stop, from what was kept with it; what was
 * decided before the rule was kept is explained by its reason alone.
 */
export const whyOf = ({ account, decision }: Pick<Change, 'account' | 'decision'>, reading: Reading): string => {
  if (decision === null) return 'Not decided yet';
  return decision.kind === 'notified' ? toldWords(decision, account) : skippedWords(decision, account, reading);
};
