import * as fc from 'fast-check';
import { hostileText, hostileValue } from './hostile-json.ts';

const partOf = (schema: unknown, key: string): unknown =>
  typeof schema === 'object' && schema !== null ? Reflect.get(schema, key) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The requirement of one of a schema’s checks, of `v.pipe`. */
const requirementOf = (schema: unknown, check: string): unknown =>
  partOf(
    listOf(partOf(schema, 'pipe')).find((step) => partOf(step, 'type') === check),
    'requirement',
  );

const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);

const textOf = (schema: unknown): fc.Arbitrary<unknown> => {
  const pattern = requirementOf(schema, 'regex');
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  return fc.string({ maxLength: Math.min(200, numberOr(requirementOf(schema, 'max_length'), 60)) });
};

const numberOf = (schema: unknown): fc.Arbitrary<unknown> => {
  const min = numberOr(requirementOf(schema, 'min_value'), -1_000);
  const max = numberOr(requirementOf(schema, 'max_value'), 1_000_000);
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max, min - 1, max + 1, min + 0.5));
};

const objectOf = (schema: unknown): fc.Arbitrary<unknown> => {
  const entries = partOf(schema, 'entries');
  const parts = Object.entries(typeof entries === 'object' && entries !== null ? entries : {});
  return fc.record(Object.fromEntries(parts.map(([key, part]) => [key, fitting(part)])));
};

const oneOf = (schemas: readonly unknown[]): fc.Arbitrary<unknown> => fc.oneof(...schemas.map(fitting));

const fittingByType = (schema: unknown): fc.Arbitrary<unknown> => {
  const wrapped = partOf(schema, 'wrapped');
  switch (partOf(schema, 'type')) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(partOf(schema, 'literal'));
    case 'picklist':
      return fc.constantFrom(...listOf(partOf(schema, 'options')));
    case 'string':
      return textOf(schema);
    case 'number':
      return numberOf(schema);
    case 'array':
      return fc.array(fitting(partOf(schema, 'item')), { maxLength: 4 });
    case 'nullable':
      return fc.oneof(fc.constant(null), fitting(wrapped));
    case 'optional':
      return fc.oneof(fc.constant(undefined), fitting(wrapped));
    case 'variant':
    case 'union':
      return oneOf(listOf(partOf(schema, 'options')));
    case 'object':
      return objectOf(schema);
    default:
      return hostileValue;
  }
};

/**
 * Values that nearly fit a schema of valibot: its shape and most of its limits, now and then with something hostile in a
 * place. Made from the schema itself, so that what is added to the contract is covered without a word here.
 */
export const fitting = (schema: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: fittingByType(schema) },
    { weight: 1, arbitrary: hostileValue },
    { weight: 1, arbitrary: hostileText },
  );
