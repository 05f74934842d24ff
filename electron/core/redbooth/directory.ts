import type { DatabaseSync } from 'node:sqlite';
import { fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Accounts } from './accounts.ts';
import type { ApiFailure, ApiResult, RedboothClient } from './client-port.ts';
import { type Directory, type Me, unnamed } from './directory-port.ts';
import { type Known, createKnownNames } from './known.ts';
import { createLookups } from './lookups.ts';
import type { Person, Project, TaskList, User } from './task.ts';

/** After this many ms a name is read anew, as people and projects get renamed. */
const longestTrust = 86_400_000;
/** The user's own name is what mentions are found by, and joining a project makes the user a new person. */
const longestTrustInMe = 60 * 60_000;

/** Whether the API said that there is nothing to see, which is an answer; anything else is a failure. */
const isNothing = (failure: ApiFailure): boolean => failure.kind === 'missing' || failure.kind === 'forbidden';

/**
 * A directory on the history file and the API. A name older than a day is read anew, the signed-in user after an hour;
 * what is known is kept when that fails. An id that the API does not show is not asked for again for 10 minutes. Lookups of
 * one id at the same time share one request. `signed-out` and `unavailable` are passed on when nothing is known.
 */
export const createDirectory = (ports: {
  readonly database: DatabaseSync;
  readonly client: RedboothClient;
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'enter'>;
}): Directory => {
  const { database, client, clock, accounts } = ports;
  const known = createKnownNames(database);
  const lookups = createLookups(clock);
  let me: (Me & { readonly personIds: Set<string> }) | null = null;
  let readMeAt = 0;
  let readingMe: ApiResult<Me> | null = null;
  let signIns = 0;

  const isWithin = (readAt: number, trust: number): boolean => {
    const age = clock.now() - readAt;
    return age >= 0 && age < trust;
  };
  const isFresh = ({ readAt }: Known<unknown>): boolean => isWithin(readAt, longestTrust);

  /** The common way of users, projects and task lists: what is known and fresh, else what the API says, else what is known. */
  const look = async <Value>(
    key: string,
    find: () => Known<Value> | null,
    read: () => ApiResult<Value>,
    save: (value: Value, readAt: number) => void,
  ): ApiResult<Value | null> => {
    const found = find();
    if (found && (isFresh(found) || lookups.isResting(key))) return succeed(found.value);
    if (lookups.isResting(key)) return succeed(null);
    const failure = await lookups.share(key, async (): Promise<ApiFailure | null> => {
      const answer = await read();
      if (answer.ok) save(answer.value, clock.now());
      else if (found || isNothing(answer.failure)) lookups.rest(key);
      return answer.ok ? null : answer.failure;
    });
    const value = find()?.value ?? null;
    return failure === null || value !== null || isNothing(failure) ? succeed(value) : fail(failure);
  };

  const savePeople = (people: readonly Person[]): void => {
    known.savePeople(people, clock.now());
    for (const person of people) if (person.userId === me?.user.id) me.personIds.add(person.id);
  };

  const readPeople = (
    filter: { readonly projectId: string } | { readonly userId: string },
  ): Promise<ApiFailure | null> =>
    lookups.share(`people ${JSON.stringify(filter)}`, async () => {
      const people = await client.people(filter);
      if (people.ok) savePeople(people.value);
      return people.ok ? null : people.failure;
    });

  /**
   * A person never passes to another user, so what is known of one is good for ever. A project's list may be closed to the
   * user, or not whole; whether somebody is the user can then still be asked.
   */
  const person = async (personId: string, projectId: string): ApiResult<Person | null> => {
    const find = (): Person | null => known.person(personId)?.value ?? null;
    const key = `person ${personId} of project ${projectId}`;
    if (find() === null && !lookups.isResting(key)) {
      let failure = await readPeople({ projectId });
      if (find() === null && me !== null && (failure === null || isNothing(failure)))
        failure = await readPeople({ userId: me.user.id });
      if (find() === null && failure !== null && !isNothing(failure)) return fail(failure);
      if (find() === null) lookups.rest(key);
    }
    return succeed(find());
  };

  const readMe = async (): ApiResult<Me> => {
    const signIn = signIns;
    const user = await client.me();
    if (!user.ok) return user;
    const people = await client.people({ userId: user.value.id });
    if (!people.ok && !isNothing(people.failure)) return people;
    if (me?.user.id !== user.value.id) lookups.wake();
    known.saveUser(user.value, clock.now());
    if (people.ok) savePeople(people.value);
    // Persons of projects the user has left are not listed any more, and still stand for the user in older changes.
    const read: Me & { readonly personIds: Set<string> } = {
      accountId: accounts.enter(user.value.id),
      user: user.value,
      personIds: new Set(known.personIdsOfUser(user.value.id)),
    };
    if (signIn === signIns) {
      me = read;
      readMeAt = clock.now();
    }
    return succeed(read);
  };

  const knowMe = async (options?: { readonly refresh: boolean }): ApiResult<Me> => {
    const current = me;
    const isAsked = options?.refresh === true;
    if (current && !isAsked && (isWithin(readMeAt, longestTrustInMe) || lookups.isResting('me')))
      return succeed(current);
    const reading =
      readingMe ??
      readMe().finally(() => {
        if (readingMe === reading) readingMe = null;
      });
    readingMe = reading;
    const read = await reading;
    if (read.ok || current === null || isAsked || current !== me) return read;
    lookups.rest('me');
    return succeed(current);
  };

  const user = (id: string): ApiResult<User | null> =>
    look(
      `user ${id}`,
      () => known.user(id),
      () => client.user(id),
      known.saveUser,
    );

  return {
    me: knowMe,
    forgetMe: () => {
      signIns += 1;
      me = null;
      readingMe = null;
    },
    user,
    userOfPerson: async (personId, projectId) => {
      const found = await person(personId, projectId);
      return found.ok && found.value ? user(found.value.userId) : found.ok ? succeed(null) : found;
    },
    isMyPerson: async (personId, projectId) => {
      const mine = await knowMe();
      if (!mine.ok) return mine;
      if (mine.value.personIds.has(personId)) return succeed(true);
      const found = await person(personId, projectId);
      return found.ok ? succeed(found.value?.userId === mine.value.user.id) : found;
    },
    project: (id): ApiResult<Project | null> =>
      look(
        `project ${id}`,
        () => known.project(id),
        () => client.project(id),
        known.saveProject,
      ),
    taskList: (id): ApiResult<TaskList | null> =>
      look(
        `task list ${id}`,
        () => known.taskList(id),
        () => client.taskList(id),
        known.saveTaskList,
      ),
    shortName: (someone) => {
      const first = someone.firstName.trim();
      const last = someone.lastName.trim();
      const username = someone.username.trim();
      if (first === '') return last || username || unnamed.person;
      if (!known.isFirstNameShared(someone)) return first;
      if (last !== '' && !known.isNameShared(someone)) return `${first} ${last}`;
      return username === '' ? `${first} ${last}`.trim() : `${first} ${last}`.trim() + ` (${username})`;
    },
    anyOrganizationId: () => known.commonestOrganizationId(),
  };
};
