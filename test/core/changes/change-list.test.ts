import { describe, expect, it } from 'vitest';
import { type ChangeFilter, noFilter } from '../../../electron/contract/index.ts';
import { createKnownNames } from '../../../electron/core/redbooth/known.ts';
import { ana, anEdit, bo, chi } from '../../fakes/change.ts';
import { ignored, listed, startHistory, told } from './recorded.ts';

const summit = { id: '10', name: 'Autumn summit' };
const website = { id: '20', name: 'Website relaunch' };

describe('the list', () => {
  it('is newest first, page by page', () => {
    const { store, record } = startHistory();
    for (const title of ['One', 'Two', 'Three', 'Four']) record({ title });
    const page = (before: string | null) =>
      store.list({ before, limit: 2, filter: noFilter }).map(({ account }) => account.title);
    expect([page(null), page('3'), page('1')]).toEqual([['Four', 'Three'], ['Two', 'One'], []]);
  });

  it('has what was not decided yet, and never what the rules ignore', () => {
    const { record, titles, store } = startHistory();
    record({ title: 'Ignored' }, { decision: ignored });
    record({ title: 'Told' });
    record({ title: 'Undecided' }, { decision: null });
    expect(titles()).toEqual(['Undecided', 'Told']);
    expect(titles({ text: 'i' })).toEqual([]);
    expect(titles({ projectId: '10' })).toEqual(['Undecided', 'Told']);
    expect(store.ofTask('1', '7', 10).map(({ id }) => id)).toEqual(['3', '2']);
    expect(store.total(noFilter)).toBe(2);
  });

  it('has a change again that is not ignored any more', () => {
    const { record, titles, ledger } = startHistory();
    const change = record({ title: 'Ignored' }, { decision: ignored });
    ledger.skip([{ change, decision: listed }]);
    expect([titles(), titles({ text: 'ign' })]).toEqual([['Ignored'], ['Ignored']]);
  });
});

describe('a filter', () => {
  const filled = () => {
    const history = startHistory();
    const { record } = history;
    record({ title: 'Book venue', project: summit, actor: bo }, { taskId: '7' });
    record(
      {
        title: 'Write copy',
        project: website,
        actor: chi,
        edits: [anEdit('status', { before: 'open', after: 'resolved' })],
      },
      { taskId: '8', decision: listed },
    );
    const comment = { id: '500', body: 'Ready?', mentionsMe: true };
    record({ title: 'Book venue', project: summit, actor: chi, comment }, { taskId: '7' });
    record({ title: 'New one', project: null, actor: null, dueOn: '2026-12-01' }, { taskId: '9', kind: 'created' });
    record({ title: 'Book venue', project: summit, actor: null }, { taskId: '7', kind: 'gone', decision: listed });
    record(
      {
        title: 'Write copy',
        project: website,
        actor: bo,
        edits: [anEdit('due_on', { after: '2026-12-01' }), anEdit('name')],
      },
      { taskId: '8' },
    );
    return history;
  };

  it.each<[Partial<ChangeFilter>, readonly string[]]>([
    [{}, ['6', '5', '4', '3', '2', '1']],
    [{ show: 'unread' }, ['6', '4', '3', '1']],
    [{ projectId: '10' }, ['5', '3', '1']],
    [{ projectId: '1' }, []],
    [{ personId: '3' }, ['3', '2']],
    [{ taskId: '8' }, ['6', '2']],
    [{ subject: 'status' }, ['2']],
    [{ subject: 'due-date' }, ['6']],
    [{ subject: 'other' }, ['6', '1']],
    [{ subject: 'mention' }, ['3']],
    [{ subject: 'comment' }, ['3']],
    [{ subject: 'created' }, ['4']],
    [{ subject: 'deleted' }, ['5']],
    [{ text: 'book' }, ['5', '3', '1']],
    [{ text: 'book', personId: '2' }, ['1']],
    [{ text: 'b', projectId: '20', show: 'unread' }, ['6']],
    [{ projectId: '10', personId: '3', subject: 'mention', show: 'unread', text: 'rea' }, ['3']],
    [{ projectId: '10', subject: 'due-date' }, []],
  ])('%o lets through what fits all of it, with its total', (part, ids) => {
    const { store } = filled();
    const filter = { ...noFilter, ...part };
    expect(store.list({ before: null, limit: 10, filter }).map(({ id }) => id)).toEqual(ids);
    expect(store.total(filter)).toBe(ids.length);
    const pages = [null, ...ids].map((before) => store.list({ before, limit: 1, filter }).map(({ id }) => id));
    expect(pages.flat()).toEqual(ids);
  });

  it('of a notification lets through what it and those that it replaced have told', () => {
    const { store, ledger, record } = startHistory();
    const text = { title: '', body: '', url: null, actions: [] };
    const claim = (replaces: string | null, ...titles: readonly string[]) =>
      ledger.claim(
        titles.map((title) => ({ change: record({ title }, { decision: null }), decision: told })),
        { ...text, replaces },
      ).id;
    const first = claim(null, 'One', 'Two');
    const second = claim(first, 'Three');
    claim(null, 'Four');
    const titlesOf = (notificationId: string, other: Partial<ChangeFilter> = {}) =>
      store
        .list({ before: null, limit: 10, filter: { ...noFilter, ...other, notificationId } })
        .map(({ account }) => account.title);
    expect([titlesOf(first), titlesOf(second), titlesOf('99')]).toEqual([['Two', 'One'], ['Three', 'Two', 'One'], []]);
    expect(titlesOf(second, { text: 't' })).toEqual(['Three', 'Two']);
    expect(store.total({ ...noFilter, notificationId: second })).toBe(3);
  });
});

describe('the facets', () => {
  it('count projects and people of what is listed, by their names of today where they are known, the most frequent first', () => {
    const { database, store, record } = startHistory();
    const names = createKnownNames(database);
    names.saveUser({ id: '2', firstName: 'Bo', lastName: 'Berg-Holm', username: 'bo' }, 1);
    names.saveUser({ id: '3', firstName: '', lastName: '', username: 'chi' }, 1);
    names.saveProject({ id: '10', name: 'Winter summit', organizationId: '5' }, 1);
    for (const actor of [bo, chi, bo]) record({ project: summit, actor });
    record({ project: website, actor: ana, edits: [anEdit('urgent', { after: 'true' })] });
    record({ project: website, actor: null }, { decision: ignored });
    expect(store.facets()).toEqual({
      projects: [
        { id: '10', name: 'Winter summit', count: 3, organizationId: '5' },
        { id: '20', name: null, count: 1, organizationId: null },
      ],
      people: [
        { id: '2', name: 'Bo Berg-Holm', count: 2 },
        { id: '1', name: null, count: 1 },
        { id: '3', name: 'chi', count: 1 },
      ],
    });
  });
});
