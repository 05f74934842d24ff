import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pagePolicy } from '../../electron/core/page/policy.ts';
import { createPageAnswers } from '../../electron/shell/page-scheme.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

const built = () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'page', 'assets'), { recursive: true });
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  writeFileSync(join(directory, 'secret.js'), 'secret');
  writeFileSync(join(directory, 'page', 'index.html'), '<!doctype html>');
  writeFileSync(join(directory, 'page', 'assets', 'main.js'), 'export {}');
  return createPageAnswers(join(directory, 'page'));
};
const get = (url: string) => ({ method: 'GET', url });

it.each([
  ['app://redbooth-notifier/', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://redbooth-notifier/?x#y', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://redbooth-notifier/assets/main.js', 'text/javascript; charset=utf-8', 'export {}'],
])('%s is served as %s, under the page’s policy', async (url, type, body) => {
  const response = built()(get(url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toBe(pagePolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe(body);
});

it.each([
  'app://redbooth-notifier/../secret.js',
  'app://redbooth-notifier/%2e%2e/secret.js',
  'app://redbooth-notifier/..%2fsecret.js',
  'app://redbooth-notifier/..\\secret.js',
  'app://redbooth-notifier/assets/../../secret.js',
  'app://redbooth-notifier/assets%00/main.js',
  'app://redbooth-notifier//assets/main.js',
  'app://redbooth-notifier/assets/',
  'app://redbooth-notifier/constructor',
  'app://redbooth-notifier/missing.js',
  'app://other/index.html',
])('%s is not found', async (url) => {
  const response = built()(get(url));
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

it('takes no request that would change something', () => {
  expect(built()({ method: 'POST', url: 'app://redbooth-notifier/' }).status).toBe(405);
});

it('says so at once when the page was not built', () => {
  expect(() => createPageAnswers(join(temporaryDirectory(), 'missing'))).toThrow(/ENOENT/);
});
