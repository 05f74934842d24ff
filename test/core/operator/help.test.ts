import { expect, it } from 'vitest';
import { flagTable } from '../../../electron/core/operator/flags.ts';
import { helpText } from '../../../electron/core/operator/help.ts';

const text = helpText('redbooth-notifier');
const lines = text.split('\n');

it('the help fits a screen of 80 columns and 24 lines', () => {
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

it('the help names every flag once, the checks, and how to sign in', () => {
  const rows = lines.slice(2, -1);
  for (const name of Object.keys(flagTable)) {
    const naming = rows.filter((row) => row.split(/[ ,]+/).includes(`--${name}`));
    // “with --tunnel url” is about another flag.
    expect(naming.length, name).toBe(name === 'tunnel' ? 2 : 1);
  }
  expect(text).toContain('doctor');
  expect(text).toContain('REDBOOTH_ACCESS_TOKEN');
});
