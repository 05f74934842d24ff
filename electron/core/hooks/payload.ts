import * as v from 'valibot';
import type { HookAction } from './hook.ts';

/** The part of a payload that is used; all else in it is neither trusted nor looked at. */
export type PayloadHook = { readonly taskId: string; readonly action: HookAction };

/** Why a body is no hook. */
export type HookProblem = 'not-json' | 'too-many-hooks' | 'no-object' | 'no-task-id';

/** What a request's body turned out to be. `message` names the field and never repeats what was sent. */
export type Payload =
  | { readonly kind: 'hooks'; readonly hooks: readonly PayloadHook[] }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'invalid'; readonly problem: HookProblem; readonly message: string };

const mostHooks = 100;
const decoder = new TextDecoder('utf-8', { fatal: true });

const objectSchema = v.looseObject({});
const taskIdSchema = v.union([
  v.pipe(v.string(), v.regex(/^[0-9]{1,19}$/)),
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(String)),
]);
const ignored: Payload = { kind: 'ignored' };
const invalid = (problem: HookProblem, message: string): Payload => ({ kind: 'invalid', problem, message });
const notJson = invalid('not-json', 'The body is not JSON in UTF-8.');

/**
 * Reads a hook's body. Redbooth documents one JSON object with `type`, `id`, `url` and `action`
 * (redbooth.com/api/web-hooks); content type, batching and the type of `id` are not documented, so a form field that
 * holds the JSON, an array of hooks and a numeric id are taken too. Never throws, whatever the bytes.
 */
export const readPayload = (body: Uint8Array): Payload => {
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    return notJson;
  }
  if (text.trim() === '') return ignored;
  const parsed = parseJson(text) ?? parseJson(formField(text));
  if (!parsed) return notJson;
  return Array.isArray(parsed.value) ? readMany(parsed.value) : readOne(parsed.value);
};

const parseJson = (text: string | null): { readonly value: unknown } | null => {
  if (text === null) return null;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/** The form field named `payload`, or the only one there is. */
const formField = (text: string): string | null => {
  const fields = new URLSearchParams(text.trim());
  const named = fields.get('payload');
  if (named !== null) return named;
  const [only, second] = fields.values();
  return second === undefined ? (only ?? null) : null;
};

/** Takes what is usable: a sender that gets a 400 may give up on the whole batch. */
const readMany = (items: readonly unknown[]): Payload => {
  if (items.length > mostHooks) return invalid('too-many-hooks', `The array holds more than ${mostHooks} hooks.`);
  const payloads = items.map(readOne);
  const hooks = payloads.flatMap((payload) => (payload.kind === 'hooks' ? payload.hooks : []));
  if (hooks.length > 0) return { kind: 'hooks', hooks };
  return payloads.find(({ kind }) => kind === 'invalid') ?? ignored;
};

const readOne = (value: unknown): Payload => {
  const object = v.safeParse(objectSchema, value);
  if (!object.success || Array.isArray(value))
    return invalid('no-object', 'The body must be a JSON object, or an array of them.');
  const { type, id, action } = object.output;
  const isTask = typeof type === 'string' && type.toLowerCase() === 'task';
  if (typeof type === 'string' && !isTask) return ignored;
  const taskId = v.safeParse(taskIdSchema, id);
  if (!taskId.success) return invalid('no-task-id', '“id” must be 1 to 19 digits.');
  if (!isTask) return ignored;
  return { kind: 'hooks', hooks: [{ taskId: taskId.output, action: actionOf(action) }] };
};

/** An unknown action is a reason to look at the task like any other. */
const actionOf = (action: unknown): HookAction => {
  const word = typeof action === 'string' ? action.toLowerCase() : '';
  return word === 'create' || word === 'delete' ? word : 'update';
};
