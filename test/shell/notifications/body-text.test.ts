import { expect, it } from 'vitest';
import { bodyText } from '../../../electron/shell/notifications/body-text.ts';

it.each<[NodeJS.Platform, string, string]>([
  ['linux', '<b>x</b> & y', '&lt;b&gt;x&lt;/b&gt; &amp; y'],
  ['linux', '&lt;', '&amp;lt;'],
  ['linux', 'due 3 Dec · “Spec”', 'due 3 Dec · “Spec”'],
  ['darwin', '<b>x</b> & y', '<b>x</b> & y'],
  ['win32', '<b>x</b> & y', '<b>x</b> & y'],
])('on %s, %s is handed over as %s', (platform, plain, expected) => {
  expect(bodyText(plain, platform)).toBe(expected);
});
