import { expect, it } from 'vitest';
import { type KeyPress, shortcutOf } from '../../../electron/shell/window/shortcuts.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  type: 'keyDown',
  key,
  control: true,
  shift: false,
  alt: false,
  meta: false,
  ...change,
});

it.each<[string, string | null, KeyPress]>([
  ['Ctrl+W', 'close', press('w')],
  ['Ctrl+W with caps lock', 'close', press('W')],
  ['Ctrl+Q', 'quit', press('q')],
  ['Ctrl and plus', 'zoom-in', press('+')],
  ['Ctrl, Shift and plus', 'zoom-in', press('+', { shift: true })],
  ['Ctrl and the plus key without Shift', 'zoom-in', press('=')],
  ['Ctrl and minus', 'zoom-out', press('-')],
  ['Ctrl+0', 'zoom-reset', press('0')],
  ['Escape', null, press('Escape', { control: false })],
  ['Q', null, press('q', { control: false })],
  ['AltGr+Q, which types @', null, press('q', { alt: true })],
  ['Ctrl+Shift+Q', null, press('Q', { shift: true })],
  ['the key let go', null, press('q', { type: 'keyUp' })],
  ['Ctrl+C, which belongs to the page', null, press('c')],
])('%s is %s', (_name, expected, given) => {
  expect(shortcutOf(given, 'linux')).toBe(expected);
});

it('leaves keys to the menu on macOS', () => {
  expect(shortcutOf(press('w', { control: false, meta: true }), 'darwin')).toBeNull();
  expect(shortcutOf(press('q'), 'darwin')).toBeNull();
});
