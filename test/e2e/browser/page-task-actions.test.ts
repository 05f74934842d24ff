import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/contract/index.ts';
import { type PageBrowser, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleRow } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal = (message: string): Reply => ({ ok: false, failure: { code: 'task-not-changed', message } });
const rows = [
  sampleRow({ id: '5', taskId: '71', sentence: 'Chi renamed “Spec v1” to “Spec”' }),
  sampleRow({ id: '4', taskId: '72', sentence: 'Bo assigned you “Book venue”', isResolved: true }),
  sampleRow({ id: '3', taskId: '71', sentence: 'Bo on “Spec v1”' }),
  sampleRow({ id: '2', taskId: '73', sentence: '“Old banner copy” is gone', isResolved: null, canOpen: false }),
];
const entry = (page: Page, id: string) => page.locator(`.change:has(#change-${id})`);
const said = (page: Page) => page.locator('.frame > [role="status"]').textContent();

describe.skipIf(executablePath === null)('acting on tasks in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('resolves with the pointer alone; every row of the task shows it, and undo reopens', async () => {
    const { host, page } = await pages.open({ rows });
    await entry(page, '5').hover();
    await entry(page, '5').getByRole('button', { name: 'Mark resolved' }).click();
    await entry(page, '5').getByText('You resolved the task').waitFor();
    expect(host.askedFor('resolve-task')).toEqual([{ changeId: '5' }]);
    await entry(page, '3').hover();
    await entry(page, '3').getByRole('button', { name: 'Reopen' }).waitFor();
    await entry(page, '5').getByRole('button', { name: 'Undo' }).click();
    await entry(page, '5').getByText('You reopened the task').waitFor();
    expect(host.askedFor('reopen-task')).toEqual([{ changeId: '5' }]);
  });

  it('resolves, comments and opens with the keyboard alone, and says what became of it', async () => {
    const { host, page } = await pages.open({ rows }, { viewport: narrow });
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect.poll(() => said(page)).toBe('You resolved the task');
    await page.keyboard.press('c');
    await page.keyboard.type('Done, see the sheet.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => said(page)).toBe('Your comment is sent');
    expect(host.askedFor('comment-on-task')).toEqual([{ changeId: '5', body: 'Done, see the sheet.' }]);
    expect(await page.inputValue('textarea')).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('detail-title');
    await page.keyboard.press('o');
    await expect.poll(() => host.askedFor('open-change')).toEqual([{ id: '5' }]);
  });

  it('shows that it is under way, and does not ask twice', async () => {
    let release: (reply: Reply) => void = () => undefined;
    const held = new Promise<Reply>((resolve) => (release = resolve));
    const { host, page } = await pages.open({ rows, answers: { 'resolve-task': held } });
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByText('Resolving the task…').waitFor();
    await page.keyboard.press('e');
    release({ ok: true, value: { isResolved: true } });
    await entry(page, '5').getByText('You resolved the task').waitFor();
    expect(host.askedFor('resolve-task')).toHaveLength(1);
  });

  it('says at the row what went wrong, in the words of the app, and tries again', async () => {
    const { host, page } = await pages.open({ rows, answers: { 'resolve-task': refusal('Redbooth is not there.') } });
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await entry(page, '5').getByRole('alert').getByText('Redbooth is not there.').waitFor();
    expect(await page.locator('.notices').count()).toBe(0);
    host.script.answers = {};
    await entry(page, '5').getByRole('button', { name: 'Try again' }).click();
    await entry(page, '5').getByText('You resolved the task').waitFor();
  });

  it('keeps a comment that could not be sent', async () => {
    const { page } = await pages.open({ rows, answers: { 'comment-on-task': refusal('Redbooth is not there.') } });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.type('Half a day of thought');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.getByRole('alert').getByText('Redbooth is not there.').waitFor();
    expect(await page.inputValue('textarea')).toBe('Half a day of thought');
  });

  it('keeps a comment that was left with Escape, and says so at the row', async () => {
    const { page } = await pages.open({ rows });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.type('Later');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('detail-title');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change-5');
    await entry(page, '5').getByText('Comment not sent yet').waitFor();
    await page.keyboard.press('c');
    expect(await page.inputValue('textarea')).toBe('Later');
  });

  it('offers nothing where nothing can be done', async () => {
    const { host, page } = await pages.open({ rows });
    for (const key of ['j', 'j', 'j', 'j', 'e', 'c']) await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change-2');
    expect(
      await entry(page, '2')
        .getByRole('button', { name: /resolved|Reopen|Comment|Open in/ })
        .count(),
    ).toBe(0);
    expect(await page.locator('textarea').count()).toBe(0);
    expect(host.askedFor('resolve-task')).toEqual([]);
  });

  it('takes over what somebody else did to the task', async () => {
    const { host, page } = await pages.open({ rows });
    await expect.poll(() => host.streams()).toBe(1);
    const row = sampleRow({ id: '6', taskId: '72', sentence: 'Chi reopened “Book venue”', isResolved: false });
    host.push({ event: 'change', row });
    await page.waitForSelector('#change-6');
    await entry(page, '4').hover();
    await entry(page, '4').getByRole('button', { name: 'Mark resolved' }).waitFor();
  });
});
