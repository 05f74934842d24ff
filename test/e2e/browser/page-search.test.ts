import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { type PageBrowser, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleRow } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const website = { id: '31', name: 'Website relaunch' };
const rows = [
  sampleRow({ id: '5', taskId: '71', sentence: 'Chi resolved “Pricing page”', project: website, unread: true }),
  sampleRow({ id: '4', taskId: '72', sentence: 'Chi created “Book venue”' }),
  sampleRow({
    id: '3',
    taskId: '71',
    sentence: 'Bo on “Pricing page”',
    project: website,
    quote: 'The prices are wrong.',
  }),
  sampleRow({ id: '2', taskId: '72', sentence: 'Bo assigned you “Book venue”' }),
];

describe.skipIf(executablePath === null)('searching in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it.each([
    ['wide', undefined],
    ['narrow', narrow],
  ])(
    '/ goes to the field, what is typed is found and stands out, and the arrow leads into the list (%s)',
    async (_, viewport) => {
      const { page } = await pages.open({ rows }, viewport && { viewport });
      await page.keyboard.press('/');
      await page.keyboard.type('pric');
      await expect.poll(() => page.locator('.change').count()).toBe(2);
      await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['Pric', 'Pric', 'pric']);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change-5');
    },
  );

  it('Escape empties the field, and leaves it when it is empty', async () => {
    const { page } = await pages.open({ rows }, { viewport: narrow });
    await page.keyboard.press('/');
    await page.keyboard.type('zzz');
    await page.waitForSelector('text=Nothing found for “zzz”');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.change').count()).toBe(4);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change-5');
    expect(await page.locator('.search-row').isVisible()).toBe(false);
  });

  it('a list that is narrowed stays so after a restart, but for the words; Clear shows all', async () => {
    const { page } = await pages.open({ rows });
    await page.getByLabel('Project', { exact: true }).selectOption({ label: 'Website relaunch (120)' });
    await page.getByLabel('Group', { exact: true }).selectOption('task');
    await page.getByLabel('Search the changes').fill('prices');
    await expect.poll(() => page.locator('.change').count()).toBe(1);
    await page.reload();
    await expect.poll(() => page.locator('.change').count()).toBe(2);
    expect(await page.getByLabel('Search the changes').inputValue()).toBe('');
    expect(await page.locator('.group-label').allTextContents()).toEqual(['Pricing page']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => page.locator('.change').count()).toBe(4);
  });

  it('a change that came with a notification is shown under a chip that takes it off again', async () => {
    const { host, page } = await pages.open({ rows }, { viewport: narrow });
    await expect.poll(() => host.streams()).toBe(1);
    host.push({ event: 'show-list', filter: { ...noFilter, notificationId: '7' } });
    await page.getByRole('button', { name: 'From a notification' }).click();
    await expect.poll(() => host.askedFor('changes').at(-1)).toMatchObject({ filter: noFilter });
    expect(await page.getByRole('button', { name: 'From a notification' }).count()).toBe(0);
  });

  it('a new change joins what was found, without a move of what is read', async () => {
    const { host, page } = await pages.open({ rows });
    await expect.poll(() => host.streams()).toBe(1);
    await page.getByLabel('Search the changes').fill('pric');
    await expect.poll(() => page.locator('.change').count()).toBe(2);
    const found = sampleRow({ id: '6', sentence: 'Dana on “Pricing page”', unread: true });
    const other = sampleRow({ id: '7', sentence: 'Dana on “Catering”', unread: true });
    host.script.rows = [other, found, ...rows];
    for (const row of [found, other]) host.push({ event: 'change', row });
    await page.waitForSelector('#change-6');
    expect(await page.locator('.change').count()).toBe(3);
    expect(await page.getByLabel('Search the changes').inputValue()).toBe('pric');
  });

  it('marks all read, and takes that back', async () => {
    const { host, page } = await pages.open({ rows });
    await page.getByRole('button', { name: 'Mark all read' }).click();
    await page.waitForSelector('text=Marked all read');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.askedFor('undo-read')).toEqual([{ readAt: 1 }]);
  });
});
