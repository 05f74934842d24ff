import { expect, it } from 'vitest';
import { takeLinkToken } from '../../../renderer/client/link-token.ts';

const open = (hash: string) => {
  const shown: string[] = [];
  const token = takeLinkToken({
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_state, _unused, url) => void shown.push(String(url)) },
  });
  return { token, shown };
};

it.each([
  ['#token=aB3_-x', 'aB3_-x', ['/']],
  ['', null, []],
  ['#keys', null, []],
  ['#token=', null, ['/']],
  ['#token=<script>', null, ['/']],
])('takes from “%s” the token %s and shows %j', (hash, token, shown) => {
  expect(open(hash)).toEqual({ token, shown });
});
