import { expect, it } from 'vitest';
import { isPageAddress } from '../../electron/shell/page-address.ts';

it.each([
  ['app://redbooth-notifier/', true],
  ['app://redbooth-notifier/assets/main.js?x=1#y', true],
  ['app://redbooth-notifier', true],
  ['app://redbooth-notifier.example.com/', false],
  ['app://redbooth-notifier:1/', false],
  ['app://user@redbooth-notifier/', false],
  ['app://user:password@redbooth-notifier/', false],
  ['app://other/', false],
  ['application://redbooth-notifier/', false],
  ['https://redbooth-notifier/', false],
  ['https://example.com/app://redbooth-notifier/', false],
  ['file:///app://redbooth-notifier/', false],
  ['about:blank', false],
  ['', false],
])('the page’s origin has the address %s: %s', (address, expected) => {
  expect(isPageAddress(address)).toBe(expected);
});
