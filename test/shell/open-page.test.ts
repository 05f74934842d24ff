import { expect, it } from 'vitest';
import { createOpenPage } from '../../electron/shell/open-page.ts';
import { createMemoryLog } from './memory-log.ts';

const open = (origin: string, openExternal?: (url: string) => Promise<void>) => {
  const opened: string[] = [];
  const log = createMemoryLog();
  const openPage = createOpenPage({
    openExternal: openExternal ?? (async (url) => void opened.push(url)),
    origin,
    log,
  });
  return { openPage, opened, log };
};

it('opens a page of Redbooth in the browser', async () => {
  const { openPage, opened } = open('https://redbooth.com');
  const url = 'https://redbooth.com/a/#!/projects/1/tasks/2';
  expect(await openPage(url)).toEqual({ kind: 'opened' });
  expect(opened).toEqual([url]);
});

it.each([
  'file:///etc/passwd',
  'https://example.com/',
  'http://127.0.0.1:1/a/',
  'calculator://',
  'https://u:p@redbooth.com/',
  '',
])('refuses %j, whoever asks', async (url) => {
  const { openPage, opened, log } = open('https://redbooth.com');
  expect(await openPage(url)).toEqual({ kind: 'nothing' });
  expect(opened).toEqual([]);
  expect(log.lines).toHaveLength(1);
});

it('says that nothing was opened when there is no browser', async () => {
  const { openPage, log } = open('https://redbooth.com', () => Promise.reject(new Error('no application')));
  expect(await openPage('https://redbooth.com/a/')).toEqual({ kind: 'nothing' });
  expect(log.lines).toEqual(['The browser could not be opened: Error: no application']);
});
