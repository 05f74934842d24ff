import { expect, it } from 'vitest';
import { ownerOf, readNativeId, writeNativeId } from '../../../electron/shell/notifications/native-id.ts';

const owner = ownerOf('/home/ada/.config/notifier');

it.each([
  [{ id: '42', actions: [] }, `${owner}-42-`],
  [{ id: '42', actions: ['resolve', 'open'] }, `${owner}-42-ro`],
  [{ id: '9007199254740991', actions: ['reopen', 'mute', 'open'] }, `${owner}-9007199254740991-emo`],
] as const)('%j goes to the system as %s, and comes back', (native, text) => {
  expect(writeNativeId(owner, native)).toBe(text);
  expect(readNativeId(owner, text)).toEqual(native);
});

it('fits into a tag of Windows, with nothing that has a meaning in an address', () => {
  const text = writeNativeId(owner, { id: '9'.repeat(19), actions: ['resolve', 'reopen', 'mute', 'open'] });
  expect(text).toMatch(/^[0-9a-z-]{1,64}$/);
});

it.each([
  '',
  '42',
  `${ownerOf('/elsewhere')}-42-`,
  `${owner}-42`,
  `${owner}-x-`,
  `${owner}-42-rx`,
  `${owner}-42-\n`,
  `${owner}-${'1'.repeat(20)}-`,
])('“%s” is none of ours', (text) => {
  expect(readNativeId(owner, text)).toBeNull();
});
