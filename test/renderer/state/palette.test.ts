import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { paletteIndex, paletteSize } from '../../../renderer/state/palette.ts';

const ids = Array.from({ length: 500 }, (_, index) => String(1_000 + index));

it('gives an id the same colour always, whatever else is on the page', () => {
  expect(['501', '502', '503'].map(paletteIndex)).toEqual(['501', '502', '503'].map(paletteIndex));
  expect(paletteIndex('501')).toBe(7);
});

it('uses every colour of the style sheet, and none that is not there', () => {
  const styles = readFileSync(new URL('../../../renderer/styles/palette.css', import.meta.url), 'utf8');
  const inStyles = [...styles.matchAll(/^\.hue-(\d+)/gm)].map(([, index]) => Number(index));
  expect(inStyles).toEqual([...new Set(ids.map(paletteIndex))].sort((a, b) => a - b));
  expect(inStyles).toHaveLength(paletteSize);
});
