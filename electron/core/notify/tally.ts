import * as v from 'valibot';
import type { Change, ChangeAccount, FieldEdit } from '../changes/change.ts';
import type { Reading } from '../reading.ts';
import { doerOf } from './phrases.ts';
import { oneLine, quoted } from './plain-text.ts';
import { sentenceOf } from './sentence.ts';

/** What a change is counted as where many are summed up: by the most important thing about it. In that order. */
const tallyKinds = [
  'mention',
  'assigned-to-me',
  'taken-from-me',
  'assigned',
  'resolved',
  'rejected',
  'reopened',
  'on-hold',
  'due-date',
  'comment',
  'renamed',
  'urgent',
  'moved',
  'created',
  'gone',
  'other',
] as const;
export type TallyKind = (typeof tallyKinds)[number];

/** What a summary says of what it stands for, so that more can be added without reading all of it again. */
export const tallySchema = v.object({
  projects: v.array(
    v.object({
      /** Of the account that it was seen with; null where the project is not known. */
      key: v.nullable(v.string()),
      /** Empty where the project is not known. */
      name: v.string(),
      kinds: v.array(v.tuple([v.picklist(tallyKinds), v.number()])),
    }),
  ),
  /** Mentions of the user before assignments to them, the newest first, in the language that they were told in. */
  highlights: v.array(v.object({ isMention: v.boolean(), words: v.string() })),
});
export type Tally = v.InferOutput<typeof tallySchema>;
export type ProjectTally = Tally['projects'][number];

const highlightsAtMost = 2;

const kindOfEdit = (edit: FieldEdit): TallyKind => {
  switch (edit.field) {
    case 'assigned_id':
      return edit.afterIsMe ? 'assigned-to-me' : edit.beforeIsMe ? 'taken-from-me' : 'assigned';
    case 'status':
      // A fresh task that is taken up was never closed.
      return edit.before === 'new' && edit.after === 'open' ? 'other' : (statusKinds.get(edit.after ?? '') ?? 'other');
    case 'due_on':
      return 'due-date';
    case 'name':
      return 'renamed';
    case 'urgent':
      return edit.after === 'true' ? 'urgent' : 'other';
    case 'project_id':
    case 'task_list_id':
      return 'moved';
    case 'description':
    case 'is_private':
      return 'other';
  }
};

const statusKinds: ReadonlyMap<string, TallyKind> = new Map([
  ['resolved', 'resolved'],
  ['rejected', 'rejected'],
  ['open', 'reopened'],
  ['new', 'reopened'],
  ['hold', 'on-hold'],
]);

const kindsOfUpdate = ({ edits, comment }: ChangeAccount): readonly TallyKind[] => [
  ...edits.map(kindOfEdit),
  ...(comment === null ? [] : [comment.mentionsMe ? ('mention' as const) : ('comment' as const)]),
];

const kindOf = ({ kind, account }: Pick<Change, 'kind' | 'account'>): TallyKind => {
  switch (kind) {
    case 'created':
      return account.relation.assigned ? 'assigned-to-me' : 'created';
    case 'gone':
      return 'gone';
    case 'first-seen':
      return 'other';
    case 'updated': {
      const kinds = kindsOfUpdate(account);
      return tallyKinds.find((each) => kinds.includes(each)) ?? 'other';
    }
  }
};

const highlightOf = (change: Change, kind: TallyKind, reading: Reading): Tally['highlights'] => {
  if (kind !== 'mention' && kind !== 'assigned-to-me') return [];
  const { account } = change;
  const words =
    change.kind === 'created'
      ? reading.messages.changes.createdForYou(doerOf(account), quoted(account.title))
      : sentenceOf(change, reading).title;
  return [{ isMention: kind === 'mention', words }];
};

/** Where a change is counted: its project, as the account in use sees it. */
export const projectKey = ({
  accountId,
  account: { project },
}: Pick<Change, 'accountId' | 'account'>): string | null => (project === null ? null : `${accountId}/${project.id}`);

/** Both in one; what is new comes second. */
const addTwo = (tally: Tally, more: Tally): Tally => {
  const projects = new Map(tally.projects.map((project) => [project.key, project]));
  for (const { key, name, kinds } of more.projects) {
    const counts = new Map(projects.get(key)?.kinds);
    for (const [kind, count] of kinds) counts.set(kind, (counts.get(kind) ?? 0) + count);
    projects.set(key, { key, name, kinds: [...counts] });
  }
  const highlights = [...more.highlights, ...tally.highlights].sort(
    (a, b) => Number(b.isMention) - Number(a.isMention),
  );
  return { projects: [...projects.values()], highlights: highlights.slice(0, highlightsAtMost) };
};

/** All of these in one, the newest last. */
export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(addTwo, { projects: [], highlights: [] });

/** Counts changes, the newest last. */
export const tallyOf = (changes: readonly Change[], reading: Reading): Tally =>
  addTallies(
    changes.map((change) => {
      const kind = kindOf(change);
      const name = oneLine(change.account.project?.name ?? '');
      return {
        projects: [{ key: projectKey(change), name, kinds: [[kind, 1]] }],
        highlights: highlightOf(change, kind, reading),
      };
    }),
  );

/** How many changes of a project were counted. */
export const countOf = ({ kinds }: ProjectTally): number => kinds.reduce((sum, [, count]) => sum + count, 0);

/** The kinds of a project's changes, the most frequent first, of those as frequent the most important. */
export const kindsOf = ({ kinds }: ProjectTally): readonly (readonly [TallyKind, number])[] =>
  [...kinds].sort(([a, x], [b, y]) => y - x || tallyKinds.indexOf(a) - tallyKinds.indexOf(b));
