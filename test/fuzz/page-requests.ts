import * as fc from 'fast-check';
import { isRequestName, readReply, requests } from '../../electron/contract/index.ts';
import { fitting } from './from-schema.ts';
import { hostileText, hostileValue } from './hostile-json.ts';

/** A request of the page by name, as right or wrong as it may be. */
export type PageRequest = { readonly name: string; readonly payload: unknown };

const byName = Object.entries(requests).map(([name, { payload }]) =>
  fc.record({
    name: fc.constant(name),
    payload: fc.oneof({ weight: 6, arbitrary: fitting(payload) }, { weight: 1, arbitrary: hostileValue }),
  }),
);

export const pageRequest: fc.Arbitrary<PageRequest> = fc.oneof(
  { weight: 15, arbitrary: fc.oneof(...byName) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'Overview', ''), hostileText),
      payload: hostileValue,
    }),
  },
);

/** What is wrong with a reply: it does not fit the contract, or tells of a bug. */
export const problemOfReply = (name: string, wire: unknown): string | null => {
  const isFailure = typeof wire === 'object' && wire !== null && Reflect.get(wire, 'ok') === false;
  if (!isRequestName(name)) return isFailure ? null : `“${name}” was answered`;
  const reply = readReply(name, wire);
  if (reply.ok || reply.failure.code !== 'unexpected') return null;
  return `${name}: ${reply.failure.message}`;
};
