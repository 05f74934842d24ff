import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleRow, sampleRows } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

describe.skipIf(executablePath === null)('the list in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('trades the token of a link for a session and takes it out of the address', async () => {
    const { page } = await pages.open({ isSignedIn: false }, { path: '#token=abc123' });
    await page.waitForSelector('.change');
    expect(new URL(page.url()).hash).toBe('');
  });

  it('moves by keys, shows a task with Enter, which reads it, and opens it in Redbooth with o', async () => {
    const { host, page } = await pages.open();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('change-98');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.change:has(#change-99):not(.is-unread)');
    await page.waitForSelector('.detail');
    await page.keyboard.press('o');
    await expect.poll(() => host.askedFor('open-change')).toHaveLength(1);
    expect(host.asked).toContainEqual({ name: 'open-change', payload: { id: '99' } });
    expect(host.asked.filter(({ name }) => name === 'open-change')).toHaveLength(1);
  });

  it('shows a pushed change at the top, in order, without being asked', async () => {
    const { host, page } = await pages.open();
    await expect.poll(() => host.streams()).toBe(1);
    host.push({
      event: 'change',
      row: sampleRow({ id: '100', sentence: 'Bo marked “Book venue” urgent', unread: true }),
    });
    await page.waitForSelector('#change-100');
    expect(await page.textContent('.change-sentence >> nth=0')).toBe('Unread: Bo marked “Book venue” urgent');
  });

  it('shows markup in a task’s name as the text it is', async () => {
    const sentence = 'Bo renamed “<img src=x onerror=alert(1)>” to “<b>Spec</b>”';
    const { page, broken } = await pages.open({ rows: [sampleRow({ id: '1', sentence })] });
    expect(await page.textContent('.change-sentence')).toBe(sentence);
    expect(await page.locator('.list img, .list b').count()).toBe(0);
    expect(broken).toEqual([]);
  });

  it('stands each row under its day, once', async () => {
    const { page } = await pages.open();
    const days = await page.locator('.day-label').allTextContents();
    expect(days.slice(0, 2)).toEqual(['Today', 'Yesterday']);
    expect(new Set(days).size).toBe(days.length);
  });

  it('names the organisation beside the project for somebody who belongs to several', async () => {
    const organization = { id: '77', name: 'Acme' };
    const { page } = await pages.open({ rows: [sampleRow({ id: '2', organization }), sampleRow({ id: '1' })] });
    expect(await page.locator('.change-quiet').allTextContents()).toEqual(['Acme Autumn summit', ' Autumn summit']);
    await page.click('.change-main >> nth=0');
    await page.waitForSelector('.fact:has-text("OrganisationAcme")');
  });

  it('says that the connection is lost and catches up by itself when it is back', async () => {
    const { host, page } = await pages.open();
    await expect.poll(() => host.streams()).toBe(1);
    host.script.rows = [sampleRow({ id: '101', sentence: 'Chi resolved “While away”' }), ...sampleRows];
    host.hangUp();
    await page.waitForSelector('text=Connection to the app lost');
    await page.waitForSelector('#change-101');
    expect(await page.locator('text=Connection to the app lost').count()).toBe(0);
  });

  it('raises notifications in the browser once the user allowed it, and opens what was clicked', async () => {
    const { host, page } = await pages.open();
    await expect.poll(() => host.streams()).toBe(1);
    await page.evaluate(() => {
      class FakeNotification extends EventTarget {
        static permission = 'default';
        static requestPermission = () => Promise.resolve((FakeNotification.permission = 'granted'));
        constructor(title: string) {
          super();
          document.documentElement.dataset['raised'] = title;
          document.addEventListener('click-notification', () => this.dispatchEvent(new Event('click')));
        }
        close = () => undefined;
      }
      Object.defineProperty(window, 'Notification', { value: FakeNotification });
    });
    await page.click('text=Show notifications in this browser');
    await page.waitForSelector('.offer', { state: 'detached' });
    const words = { title: 'Chi resolved “Spec”', body: 'Autumn summit' };
    const notification = { id: '7', replaces: null, ...words, isSilent: false, changeIds: [] };
    host.push({ event: 'notification', notification });
    await page.waitForSelector('html[data-raised="Chi resolved “Spec”"]');
    await page.evaluate(() => document.dispatchEvent(new Event('click-notification')));
    await expect.poll(() => host.asked.at(-1)).toEqual({ name: 'open-notification', payload: { id: '7' } });
  });
});
