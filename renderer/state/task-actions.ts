import { type ReadonlySignal, signal } from '@preact/signals';
import type { Bridge, ChangeRow, Failure } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';

/** What can be done about the task of a row from here. */
export type ActionKind = 'resolve' | 'reopen' | 'comment';

/** What was asked for about the task of a row, and what became of it. */
export type TaskAction =
  | { readonly state: 'busy'; readonly kind: ActionKind }
  | { readonly state: 'failed'; readonly kind: ActionKind; readonly failure: Failure }
  | { readonly state: 'done'; readonly kind: ActionKind };

/** Acting on the tasks of rows: at most one thing at a time a row, and what failed waits there to be tried again. */
export type TaskActions = {
  readonly of: (id: string) => TaskAction | null;
  /** The comment begun at a row; it stays until it is sent. */
  readonly draft: (id: string) => string;
  write(id: string, text: string): void;
  /** The row whose comment is to take the focus as soon as it is drawn. */
  readonly commenting: ReadonlySignal<string | null>;
  startComment(id: string): void;
  startedComment(): void;
  /** Resolves the task of a row, or reopens it; says whether that was done. */
  toggle(id: string): Promise<boolean>;
  comment(id: string): Promise<boolean>;
  tryAgain(id: string): Promise<boolean>;
  dismiss(id: string): void;
};

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly row: (id: string) => ChangeRow | null;
  readonly taskIs: (task: Pick<ChangeRow, 'accountId' | 'taskId' | 'isResolved'>) => void;
  readonly say: (sentence: string) => void;
  readonly words: () => PageMessages['task'];
};

export const createTaskActions = ({ bridge, row: rowOf, taskIs, say, words }: Ports): TaskActions => {
  const actions = signal<ReadonlyMap<string, TaskAction>>(new Map());
  const drafts = signal<ReadonlyMap<string, string>>(new Map());
  const commenting = signal<string | null>(null);

  const set = (id: string, action: TaskAction | null): void => {
    // What was done is said at one row only: the last one.
    const others = [...actions.value].filter(([other, { state }]) => other !== id && state !== 'done');
    actions.value = new Map(action === null ? others : [...others, [id, action]]);
  };
  const write = (id: string, text: string): void => {
    const others = [...drafts.value].filter(([other]) => other !== id);
    drafts.value = new Map(text === '' ? others : [...others, [id, text]]);
  };
  const draft = (id: string): string => drafts.value.get(id) ?? '';

  const resolve = async (row: ChangeRow, kind: 'resolve' | 'reopen'): Promise<Failure | null> => {
    const answer = await bridge.request(kind === 'resolve' ? 'resolve-task' : 'reopen-task', { changeId: row.id });
    if (!answer.ok) return answer.failure;
    taskIs({ ...row, isResolved: answer.value.isResolved });
    return null;
  };
  const sendComment = async (id: string): Promise<Failure | null> => {
    const answer = await bridge.request('comment-on-task', { changeId: id, body: draft(id).trim() });
    if (answer.ok) write(id, '');
    return answer.ok ? null : answer.failure;
  };
  const act = async (id: string, kind: ActionKind): Promise<boolean> => {
    const row = rowOf(id);
    if (row === null || row.isResolved === null || actions.value.get(id)?.state === 'busy') return false;
    if (kind === 'comment' && draft(id).trim() === '') return false;
    set(id, { state: 'busy', kind });
    const failure = kind === 'comment' ? await sendComment(id) : await resolve(row, kind);
    set(id, failure === null ? { state: 'done', kind } : { state: 'failed', kind, failure });
    if (failure === null) say(words().done[kind]);
    return failure === null;
  };

  return {
    of: (id) => actions.value.get(id) ?? null,
    draft,
    write,
    commenting,
    startComment: (id) => {
      commenting.value = id;
    },
    startedComment: () => {
      commenting.value = null;
    },
    toggle: (id) => act(id, rowOf(id)?.isResolved === true ? 'reopen' : 'resolve'),
    comment: (id) => act(id, 'comment'),
    tryAgain: async (id) => {
      const action = actions.value.get(id);
      return action?.state === 'failed' && act(id, action.kind);
    },
    dismiss: (id) => set(id, null),
  };
};
