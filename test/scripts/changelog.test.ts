import { describe, expect, it } from 'vitest';
import { notesOf } from '../../scripts/changelog.ts';

const changelog = `# Changelog

## Unreleased

- Not yet.

## 1.2.0 (2026-03-01)

- Faster.

### Fixed

- Slower.

## [1.1.0]

- Older.

## 1.0.1

## v1.0.0

- First.
`;

describe('the notes of a release', () => {
  it.each([
    ['1.2.0', '- Faster.\n\n### Fixed\n\n- Slower.'],
    ['1.1.0', '- Older.'],
    ['1.0.0', '- First.'],
  ])('of %s are what is under its heading', (version, notes) => {
    expect(notesOf(changelog, version)).toBe(notes);
  });

  it.each(['1.0.1', '1.2', '2.0.0'])(
    'of %s are missing where there is no such heading, or nothing under it',
    (version) => {
      expect(notesOf(changelog, version)).toBeNull();
    },
  );
});
