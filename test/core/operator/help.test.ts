import { expect, it } from 'vitest';
import { flagTable } from '../../../electron/core/operator/flags.ts';
import { helpText } from '../../../electron/core/operator/help.ts';

const lines = helpText('npx node dist/headless.js').split('\n');

it('the help fits a screen of 80 columns and 40 lines', () => {
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

it('the help names every flag once, and how to sign in', () => {
  for (const name of Object.keys(flagTable)) {
    expect(lines.filter((line) => new RegExp(`^ +--${name}( |$)`).test(line))).toHaveLength(1);
  }
  expect(lines.join('\n')).toContain('REDBOOTH_ACCESS_TOKEN');
});
