import { describe, expect, it } from 'vitest';
import {
  type RuleLevel,
  type RuleScope,
  type RuleSubject,
  type RuleTable,
  ruleLevels,
  ruleScopes,
  ruleSubjects,
} from '../../../electron/contract/index.ts';
import type { ChangeAccount } from '../../../electron/core/changes/change.ts';
import { defaultRules } from '../../../electron/contract/default-rules.ts';
import {
  type DecidableChange,
  type MutedSubject,
  decide,
  isHeldBack,
  isListed,
  staysUnread,
} from '../../../electron/core/notify/rules.ts';
import { aChange, anEdit } from '../../fakes/change.ts';
import { aSituation } from '../../fakes/situation.ts';

const nobody = { assigned: false, wasAssigned: false, created: false, watching: false };
const mention = { id: '500', body: '@ana', mentionsMe: true };
const comment = { id: '500', body: 'Hello', mentionsMe: false };
const chosenProjects: ReadonlySet<string> = new Set(['10']);

const relations: Readonly<Record<RuleScope, Partial<ChangeAccount>>> = {
  mine: { relation: { ...nobody, assigned: true } },
  watched: { relation: { ...nobody, watching: true } },
  chosen: { relation: nobody, project: { id: '10', name: 'Autumn summit' } },
  other: { relation: nobody, project: { id: '11', name: 'Website relaunch' } },
};

const createdByMe: Partial<ChangeAccount> = { relation: { ...nobody, created: true } };

const contents: Readonly<Record<RuleSubject, Partial<ChangeAccount>>> = {
  assigned: { edits: [anEdit('assigned_id', { afterIsMe: true })] },
  mention: { comment: mention },
  comment: { comment },
  status: { edits: [anEdit('status', { before: 'open', after: 'resolved' })] },
  'due-date': { edits: [anEdit('due_on', { after: '2026-12-03' })] },
  urgent: { edits: [anEdit('urgent', { before: 'false', after: 'true' })] },
  created: {},
  deleted: {},
  other: { edits: [anEdit('name', { before: 'A', after: 'B' })] },
};

const kinds: Partial<Readonly<Record<RuleSubject, DecidableChange['kind']>>> = { created: 'created', deleted: 'gone' };

const about = (subject: RuleSubject, scope: RuleScope): DecidableChange =>
  aChange(
    // A new task that is assigned to me is about that, too.
    { ...contents[subject], ...relations[scope], ...(subject === 'created' && scope === 'mine' ? createdByMe : {}) },
    { kind: kinds[subject] ?? 'updated' },
  );

const everything = (level: RuleLevel): RuleTable => {
  const rules = defaultRules();
  for (const subject of ruleSubjects) rules[subject] = { mine: level, watched: level, chosen: level, other: level };
  return rules;
};

/** A table in which one cell stands out. */
const withCell = (around: RuleLevel, subject: RuleSubject, scope: RuleScope, level: RuleLevel): RuleTable => {
  const rules = everything(around);
  rules[subject][scope] = level;
  return rules;
};

const cells = ruleSubjects.flatMap((subject) => ruleScopes.map((scope) => ({ subject, scope })));

describe('each cell of the rules decides what it names', () => {
  const outcomes: Readonly<Record<RuleLevel, string>> = { notify: 'notified', list: 'filtered', ignore: 'ignored' };
  const cases = cells.flatMap(({ subject, scope }) => ruleLevels.map((level) => ({ subject, scope, level })));

  it.each(cases)('$subject of a task that is $scope: $level', ({ subject, scope, level }) => {
    // Everything around says something weaker, so that nothing but this cell can be what decides.
    const rules = withCell('ignore', subject, scope, level);
    const decision = decide(about(subject, scope), aSituation({ rules, chosenProjects }));
    expect(decision.kind).toBe(level === 'notify' ? 'notified' : 'skipped');
    if (level !== 'notify') expect(decision.reason).toBe(outcomes[level]);
    expect(decision.basis?.scope).toBe(scope);
    if (level !== 'ignore') expect(decision.basis?.subject).toBe(subject);
  });

  it.each(cells.filter(({ subject }) => subject !== 'mention'))(
    'and only that: the others do nothing to $subject of a task that is $scope',
    ({ subject, scope }) => {
      const rules = withCell('notify', subject, scope, 'list');
      expect(decide(about(subject, scope), aSituation({ rules, chosenProjects }))).toMatchObject({
        kind: 'skipped',
        reason: 'filtered',
      });
    },
  );
});

describe('of a change about several subjects the strongest level counts', () => {
  const both = aChange({ ...relations.watched, comment, edits: [anEdit('status'), anEdit('name')] });
  it.each<[RuleLevel, RuleLevel, RuleLevel, string, RuleSubject]>([
    ['ignore', 'ignore', 'ignore', 'ignored', 'status'],
    ['ignore', 'list', 'ignore', 'filtered', 'comment'],
    ['list', 'ignore', 'list', 'filtered', 'status'],
    ['ignore', 'list', 'notify', 'watched-by-you', 'other'],
    ['notify', 'ignore', 'notify', 'watched-by-you', 'status'],
  ])('status %s, comment %s, name %s', (status, ofComment, other, reason, subject) => {
    const rules = defaultRules();
    rules.status.watched = status;
    rules.comment.watched = ofComment;
    rules.other.watched = other;
    expect(decide(both, aSituation({ rules }))).toMatchObject({ reason, basis: { subject, scope: 'watched' } });
  });

  it('a mention that is only listed may still be told as the comment it is', () => {
    const rules = defaultRules();
    rules.mention.watched = 'list';
    expect(decide(about('mention', 'watched'), aSituation({ rules }))).toMatchObject({
      kind: 'notified',
      reason: 'watched-by-you',
    });
  });
});

describe('by default', () => {
  it.each<[RuleSubject, RuleLevel, RuleLevel, RuleLevel, RuleLevel]>([
    ['assigned', 'notify', 'notify', 'notify', 'notify'],
    ['mention', 'notify', 'notify', 'notify', 'notify'],
    ['comment', 'notify', 'notify', 'notify', 'list'],
    ['status', 'notify', 'notify', 'notify', 'list'],
    ['due-date', 'notify', 'notify', 'notify', 'list'],
    ['urgent', 'notify', 'notify', 'notify', 'list'],
    ['created', 'notify', 'notify', 'notify', 'list'],
    ['deleted', 'notify', 'list', 'list', 'list'],
    ['other', 'notify', 'notify', 'notify', 'list'],
  ])('%s: mine %s, watched %s, chosen %s, other %s', (subject, mine, watched, chosen, other) => {
    expect(defaultRules()[subject]).toEqual({ mine, watched, chosen, other });
  });

  it.each<[string, Partial<ChangeAccount>, string]>([
    ['a mention, whosever task it is', { comment: mention }, 'mentions-you'],
    ['a mention, also in a task of mine', { comment: mention, ...relations.mine }, 'mentions-you'],
    ['a task assigned to me', { relation: { ...nobody, assigned: true, created: true } }, 'assigned-to-you'],
    ['one taken from me', { relation: { ...nobody, wasAssigned: true, watching: true } }, 'was-assigned-to-you'],
    ['one I created', { relation: { ...nobody, created: true, watching: true } }, 'created-by-you'],
    ['one I watch', { relation: { ...nobody, watching: true } }, 'watched-by-you'],
    ['one in a project I chose', { ...relations.chosen }, 'in-chosen-project'],
  ])('is told: %s', (_, account, reason) => {
    const change = aChange({ edits: [anEdit('status')], ...relations.other, ...account });
    expect(decide(change, aSituation({ chosenProjects }))).toMatchObject({ kind: 'notified', reason });
  });

  it('what is told of every task has a reason of its own', () => {
    const rules = withCell('list', 'comment', 'other', 'notify');
    expect(decide(about('comment', 'other'), aSituation({ rules }))).toEqual({
      kind: 'notified',
      reason: 'any-task',
      basis: { subject: 'comment', scope: 'other' },
    });
  });
});

const aMute = (part: Partial<MutedSubject> = {}): MutedSubject => ({
  accountId: '1',
  kind: 'task',
  subjectId: '7',
  until: null,
  ...part,
});

describe('what is muted is only listed', () => {
  const change = aChange({ ...contents.mention, ...relations.mine, project: { id: '10', name: 'Autumn summit' } });
  const { now } = aSituation();

  it.each<[string, readonly MutedSubject[], string]>([
    ['its task', [aMute()], 'muted-task'],
    ['its project', [aMute({ kind: 'project', subjectId: '10' })], 'muted-project'],
    ['its organisation', [aMute({ kind: 'organization', subjectId: '4' })], 'muted-organization'],
    ['whoever did it', [aMute({ kind: 'person', subjectId: '2' })], 'muted-person'],
    ['its task, for a while', [aMute({ until: now + 1 })], 'muted-task'],
    [
      'all of them: the nearest is the reason',
      [aMute({ kind: 'person', subjectId: '2' }), aMute({ kind: 'project', subjectId: '10' }), aMute()],
      'muted-task',
    ],
    [
      'a mute that is over beside one that is not',
      [aMute({ until: now }), aMute({ kind: 'person', subjectId: '2' })],
      'muted-person',
    ],
  ])('%s', (_, mutes, reason) => {
    expect(decide(change, aSituation({ mutes }))).toMatchObject({ kind: 'skipped', reason });
  });

  it.each<[string, readonly MutedSubject[]]>([
    ['another task', [aMute({ subjectId: '8' })]],
    ['the task of this id as another account sees it', [aMute({ accountId: '2' })]],
    ['a project that has the id of the task', [aMute({ kind: 'project', subjectId: '7' })]],
    ['somebody else', [aMute({ kind: 'person', subjectId: '3' })]],
    ['what is muted no longer', [aMute({ until: now })]],
  ])('but not because of %s', (_, mutes) => {
    expect(decide(change, aSituation({ mutes }))).toMatchObject({ kind: 'notified', reason: 'mentions-you' });
  });

  it('nobody is muted by what nobody is known to have done', () => {
    const unknown = aChange({ ...relations.mine, actor: null, project: null, edits: [anEdit('status')] });
    const mutes = [aMute({ kind: 'person', subjectId: '' }), aMute({ kind: 'project', subjectId: '' })];
    expect(decide(unknown, aSituation({ mutes })).kind).toBe('notified');
  });

  it('keeps until when it was muted', () => {
    const until = now + 60_000;
    expect(decide(change, aSituation({ mutes: [aMute({ until })] })).basis).toEqual({
      subject: 'mention',
      scope: 'mine',
      mutedUntil: until,
    });
  });
});

describe('the first that fits decides', () => {
  const told = about('status', 'mine');
  const listed = about('status', 'other');
  const ownChange = aChange({ ...contents.mention, ...relations.mine, isOwn: true });
  const mutes = [aMute()];
  const held = { isPaused: true, isQuiet: true, isDoNotDisturb: true };
  const ignoring = everything('ignore');

  it.each<[string, DecidableChange, Parameters<typeof aSituation>[0], string]>([
    ['own before ignored, muted and paused', ownChange, { rules: ignoring, mutes, ...held }, 'own-change'],
    ['own also where everything is told', ownChange, { rules: everything('notify') }, 'own-change'],
    ['ignored before muted', told, { rules: ignoring, mutes, ...held }, 'ignored'],
    ['muted before listed', listed, { mutes, ...held }, 'muted-task'],
    ['muted before paused', told, { mutes, ...held }, 'muted-task'],
    ['listed before paused', listed, held, 'filtered'],
    ['paused before quiet', told, held, 'paused'],
    ['paused', told, { isPaused: true }, 'paused'],
    ['quiet', told, { isQuiet: true }, 'quiet-hours'],
    ['quiet before not to be disturbed', told, { isQuiet: true, isDoNotDisturb: true }, 'quiet-hours'],
    ['not to be disturbed', told, { isDoNotDisturb: true }, 'do-not-disturb'],
    ['quiet, also a mention', about('mention', 'other'), { isQuiet: true }, 'quiet-hours'],
    ['told', told, {}, 'assigned-to-you'],
  ])('%s', (_, change, situation, reason) => {
    expect(decide(change, aSituation(situation)).reason).toBe(reason);
  });
});

describe('what was decided', () => {
  it.each([
    ['notified', 'watched-by-you', { isUnread: true, isHeld: false, isShown: true }],
    ['skipped', 'paused', { isUnread: true, isHeld: true, isShown: true }],
    ['skipped', 'quiet-hours', { isUnread: true, isHeld: true, isShown: true }],
    ['skipped', 'muted-project', { isUnread: false, isHeld: false, isShown: true }],
    ['skipped', 'own-change', { isUnread: false, isHeld: false, isShown: true }],
    ['skipped', 'filtered', { isUnread: false, isHeld: false, isShown: true }],
    ['skipped', 'ignored', { isUnread: false, isHeld: false, isShown: false }],
  ] as const)('%s because of %s: %o', (kind, reason, expected) => {
    const decision = { kind, reason };
    expect({
      isUnread: staysUnread(decision),
      isHeld: isHeldBack(decision),
      isShown: isListed(decision),
    }).toEqual(expected);
  });
});
