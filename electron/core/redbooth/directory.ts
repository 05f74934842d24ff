import type { DatabaseSync } from 'node:sqlite';
import { fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { ApiFailure, ApiResult, RedboothClient } from './client-port.ts';
import type { Directory, Me } from './directory-port.ts';
import { type Known, createKnownNames } from './known.ts';
import { createLookups } from './lookups.ts';
import type { Person, Project, TaskList, User } from './task.ts';

/** After this many ms a name is read anew, as people and projects get renamed. */
const longestTrust = 7 * 86_400_000;

/** Whether the API said that there is nothing to see, which is an answer; anything else is a failure. */
const isNothing = (failure: ApiFailure): boolean => failure.kind === 'missing' || failure.kind === 'forbidden';

/**
 * A directory on the history file and the API. A name older than a week is read anew, and kept when that fails. An id
 * that the API does not show is not asked for again for 10 minutes. Lookups of one id at the same time share one request.
 * `signed-out` and `unavailable` are passed on when nothing is known.
 */
export const createDirectory = (ports: {
  readonly database: DatabaseSync;
  readonly client: RedboothClient;
  readonly clock: Clock;
}): Directory => {
  const { database, client, clock } = ports;
  const known = createKnownNames(database);
  const lookups = createLookups(clock);
  let me: { readonly user: User; readonly personIds: Set<string> } | null = null;
  let readingMe: ApiResult<Me> | null = null;
  let signIns = 0;

  const isFresh = ({ readAt }: Known<unknown>): boolean => {
    const age = clock.now() - readAt;
    return age >= 0 && age < longestTrust;
  };

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

  /** A person never passes to another user, so what is known of one is good for ever. */
  const person = async (personId: string, projectId: string): ApiResult<Person | null> => {
    const found = known.person(personId);
    if (found) return succeed(found.value);
    const key = `person ${personId} of project ${projectId}`;
    if (lookups.isResting(key)) return succeed(null);
    const failure = await lookups.share(`people of project ${projectId}`, async (): Promise<ApiFailure | null> => {
      const people = await client.people({ projectId });
      if (people.ok) savePeople(people.value);
      return people.ok ? null : people.failure;
    });
    const value = known.person(personId)?.value ?? null;
    if (value === null && (failure === null || isNothing(failure))) lookups.rest(key);
    return value !== null || failure === null || isNothing(failure) ? succeed(value) : fail(failure);
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
      user: user.value,
      personIds: new Set(known.personIdsOfUser(user.value.id)),
    };
    if (signIn === signIns) me = read;
    return succeed(read);
  };

  const knowMe = async (options?: { readonly refresh: boolean }): ApiResult<Me> => {
    if (me && options?.refresh !== true) return succeed(me);
    if (readingMe) return readingMe;
    const reading = readMe().finally(() => {
      if (readingMe === reading) readingMe = null;
    });
    readingMe = reading;
    return reading;
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
      if (first === '') return last === '' ? someone.username : last;
      if (!known.isFirstNameShared(someone)) return first;
      return last === '' ? `${first} (${someone.username})` : `${first} ${last}`;
    },
    anyOrganizationId: () => known.commonestOrganizationId(),
  };
};
