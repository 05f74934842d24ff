/** What the app asks Redbooth for, by the path under `/api/3` (redbooth-api, REST API). */
export type Resource = 'me' | 'tasks' | 'comments' | 'people' | 'users' | 'projects' | 'task_lists' | 'organizations';

/** One question to the API, or the thing that is written to. Everything that came from outside is an id and stands in `id` or `ids`; the rest is ours. */
export type Question = {
  readonly resource: Resource;
  readonly id?: string;
  /** Query parameters that are ids; an absent one is left out. */
  readonly ids?: Readonly<Record<string, string | undefined>>;
  readonly options?: Readonly<Record<string, string | number>>;
};

const idShape = /^\d{1,19}$/;

/** Whether `text` is an id as Redbooth has them: 1 to 19 digits and nothing else. */
export const isId = (text: string): boolean => idShape.test(text);

const requireId = (id: string): string => {
  if (!isId(id)) throw new RangeError('an id of Redbooth must be 1 to 19 digits');
  return id;
};

/** An id as it goes into JSON: a number like Redbooth’s own, or text where a number would not hold it. Throws as apiUrl does. */
export const idInJson = (id: string): number | string => {
  const number = Number(requireId(id));
  return Number.isSafeInteger(number) ? number : id;
};

/**
 * The address of a question: the configured origin, a fixed path, and ids of digits only. Throws a RangeError on any
 * other id (a bug of the caller, who has to check what came from outside). Nothing else from a hook can get in here.
 */
export const apiUrl = (origin: string, { resource, id, ids = {}, options = {} }: Question): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(ids)) if (value !== undefined) query.set(name, requireId(value));
  for (const [name, value] of Object.entries(options)) query.set(name, String(value));
  const path = id === undefined ? resource : `${resource}/${requireId(id)}`;
  const search = query.toString();
  return `${origin}/api/3/${path}${search === '' ? '' : `?${search}`}`;
};
