import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { manyRows, sampleRow } from '../../renderer/harness/sample.ts';
import { sampleTaskDetail } from '../../renderer/harness/sample-task-detail.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const rows = [
  sampleRow({ id: '5', taskId: '71', sentence: 'Chi resolved “Pricing page”', unread: true }),
  sampleRow({ id: '4', taskId: '72', sentence: 'Chi created “Book venue”' }),
  sampleRow({ id: '3', taskId: '71', sentence: 'Bo on “Pricing page”', quote: 'The prices are wrong.' }),
];

describe.skipIf(executablePath === null)('the task of a change in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('stands beside the list in a wide window; a click on another row takes its place', async () => {
    const { host, page } = await pages.open({ rows });
    await page.click('#change-5');
    const pane = page.getByRole('region', { name: 'Pricing page' });
    await pane.getByText('Overdue').waitFor();
    await pane.getByText('The sheet is in the shared folder now.').waitFor();
    expect(await page.locator('.change.is-shown').count()).toBe(1);
    expect(await pane.locator('.history-change').count()).toBe(2);
    await page.click('#change-4');
    await page.getByRole('region', { name: 'Book venue' }).waitFor();
    expect(host.askedFor('open-change')).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('.detail').count()).toBe(0);
  });

  it('lies over the list in a narrow window, which nothing reaches meanwhile; back leads to the row', async () => {
    const { page } = await pages.open({ rows }, { viewport: narrow });
    await page.click('#change-4');
    await page.getByRole('region', { name: 'Book venue' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('detail-title');
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.column') ?? null)).toBeNull();
    }
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change-4');
  });

  it('keeps what is being written when its answer comes, and when the task changes', async () => {
    const { host, page } = await pages.open({ rows });
    await expect.poll(() => host.streams()).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.type('Half a ');
    await page.waitForSelector('.comments');
    host.script.answers = { 'task-detail': { ok: true, value: { ...sampleTaskDetail, name: 'Pricing page, again' } } };
    host.push({ event: 'change', row: sampleRow({ id: '6', taskId: '71' }) });
    await page.getByRole('region', { name: 'Pricing page, again' }).waitFor();
    await page.keyboard.type('thought');
    expect(await page.inputValue('textarea')).toBe('Half a thought');
  });

  it('says what went wrong, with what the change itself tells, and tries again', async () => {
    const failure = { code: 'unexpected' as const, message: 'The app could not read the task.' };
    const { host, page } = await pages.open({ rows, answers: { 'task-detail': { ok: false, failure } } });
    await page.click('#change-3');
    await page.getByRole('alert').getByText('The app could not read the task.').waitFor();
    await page.locator('.detail').getByText('The prices are wrong.').waitFor();
    host.script.answers = {};
    await page.locator('.detail').getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.comments');
  });

  it('shows the hooks as they came, on demand', async () => {
    const { page } = await pages.open({ rows });
    await page.click('#change-5');
    await page.click('.detail-hooks > summary');
    expect(await page.locator('.hooks li').first().textContent()).toContain('update');
  });

  it('leaves the row in sight when the list becomes narrower and wider again', async () => {
    const { page } = await pages.open({ rows: manyRows(500) });
    await page.evaluate(() => window.scrollTo(0, 3_000));
    await page.waitForFunction(() => window.scrollY > 2_900);
    await page.waitForFunction(() => document.elementFromPoint(400, 400)?.closest('.change-main'));
    await page.mouse.click(400, 400);
    await page.waitForSelector('.change.is-shown');
    const isInSight = () =>
      page.evaluate(() => {
        const row = document.querySelector('.is-selected')?.getBoundingClientRect();
        return row !== undefined && row.top >= 0 && row.bottom <= window.innerHeight;
      });
    await expect.poll(isInSight).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.detail', { state: 'detached' });
    await expect.poll(isInSight).toBe(true);
  });
});
