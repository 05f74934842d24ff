import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowAt } from '../../../electron/core/redbooth/list-window.ts';

test.for([
  [0, 100, { page: 1, perPage: 100, start: 0 }],
  [90, 100, { page: 2, perPage: 90, start: 90 }],
  [990, 1000, { page: 2, perPage: 990, start: 990 }],
  [1970, 1000, { page: 3, perPage: 985, start: 1970 }],
] as const)('row %d in pages of %d is reached by %o', ([from, perPage, window]) => {
  expect(windowAt(from, perPage)).toEqual(window);
});

test('a page starts at the row or above it, is a page of its size, and reaches below the row', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1000 }), (from, size) => {
      const { page, perPage, start } = windowAt(from, size);
      expect(start).toBe((page - 1) * perPage);
      expect(start).toBeLessThanOrEqual(from);
      expect(start + perPage).toBeGreaterThan(from);
      expect(perPage).toBeLessThanOrEqual(size);
    }),
  );
});
