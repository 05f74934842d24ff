import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/contract/index.ts';
import { type PageBrowser, narrow, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleNow, sampleOverview, sampleRow } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal: Reply = { ok: false, failure: { code: 'not-found', message: 'The task is not known.' } };
const rows = [
  sampleRow({ id: '5', unread: true, why: 'Told because you watch it' }),
  sampleRow({ id: '4', reason: 'muted-project', why: 'Only listed: you muted Autumn summit until 18:00' }),
  sampleRow({ id: '3', reason: 'own-change', why: 'Only listed: you did this yourself' }),
];
const entry = (page: Page, id: string) => page.locator(`.change:has(#change-${id})`);
const menu = (page: Page) => page.getByRole('dialog', { name: 'Snooze, mute, why' });
const said = (page: Page) => page.locator('[role="status"][aria-live]').textContent();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const isInWindow = (page: Page): Promise<boolean> =>
  menu(page).evaluate((element) => {
    const { top, left, right, bottom } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
  });

describe.skipIf(executablePath === null)('the menu of a row', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  it('opens from the row’s button, closes with Escape, and gives the focus back to the button', async () => {
    const { page } = await pages.open({ rows });
    await entry(page, '4').hover();
    await entry(page, '4').getByRole('button', { name: 'Snooze, mute, why' }).click();
    await menu(page).waitFor();
    expect(await focused(page)).toBe('20 min');
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Snooze, mute, why');
  });

  it('closes with a click beside it', async () => {
    const { page } = await pages.open({ rows });
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await menu(page).waitFor();
    await page.mouse.click(4, 4);
    await menu(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('change-5');
  });

  it('opens with m at what mutes and with s at what snoozes', async () => {
    const { page } = await pages.open({ rows });
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-start'))).toBe('mute');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-start'))).toBe('snooze');
  });

  it('is gone through with the arrows, line by line', async () => {
    const { page } = await pages.open({ rows });
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await menu(page).waitFor();
    const seen: unknown[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'End', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).toEqual([
      '1 h',
      '1 day',
      'Until I say',
      'Until I say',
      'Until I say',
      '1 day',
      'Change the rules',
      '20 min',
    ]);
  });

  it('snoozes a change, and the row says until when once the app has it', async () => {
    const { host, page } = await pages.open({ rows });
    await expect.poll(() => host.streams()).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await menu(page).getByRole('group', { name: 'Snooze' }).getByRole('button', { name: 'Tomorrow, 9:00' }).click();
    await expect.poll(() => host.askedFor('snooze-change')).toEqual([{ changeId: '5', minutes: 930 }]);
    await expect.poll(() => said(page)).toBe('Snoozed until tomorrow, 9:00');
    await menu(page).waitFor({ state: 'detached' });
    host.push({
      event: 'change',
      row: sampleRow({ id: '5', snoozedUntil: sampleNow + 930 * 60_000, why: 'Told because you watch it' }),
    });
    await entry(page, '5').getByText('Snoozed until tomorrow, 9:00').waitFor();
  });

  it.each([
    ['this task', '1 h', { kind: 'task', minutes: 60 }, 'Muted this task until 18:30 today'],
    ['Autumn summit', '1 day', { kind: 'project', minutes: 1_440 }, 'Muted Autumn summit until tomorrow, 17:30'],
    ['Chi', 'Until I say', { kind: 'person', minutes: null }, 'Muted Chi until you take it back'],
  ])('mutes %s, and says so at the row', async (name, choice, mute, sentence) => {
    const { host, page } = await pages.open({ rows });
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await menu(page)
      .getByRole('group', { name: `Mute ${name}` })
      .getByRole('button', { name: choice })
      .click();
    await entry(page, '5').getByText(sentence).waitFor();
    expect(host.askedFor('mute-change')).toEqual([{ changeId: '5', ...mute }]);
    expect(await said(page)).toBe(sentence);
  });

  it.each([
    ['at the row, which gets the focus', null, () => document.activeElement?.id === 'change-5'],
    ['in the task, whose heading gets the focus', 'd', () => document.activeElement?.id === 'detail-title'],
  ])('takes a mute back %s', async (_, key, hasFocus) => {
    const muted: Reply = { ok: true, value: { id: '9', readAt: 5_000 } };
    const { host, page } = await pages.open({ rows, answers: { 'mute-change': muted } });
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await menu(page).waitFor({ state: 'detached' });
    if (key !== null) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Undo: mute this task' }).click();
    await expect.poll(() => said(page)).toBe('This task is muted no longer');
    expect(host.askedFor('unmute')).toEqual([{ id: '9' }]);
    await expect.poll(() => host.askedFor('undo-read')).toEqual([{ readAt: 5_000 }]);
    expect(await page.getByText('Muted this task').count()).toBe(0);
    expect(await page.evaluate(hasFocus)).toBe(true);
  });

  it('says at its row what a notification’s button muted, and takes that back', async () => {
    const { host, page } = await pages.open({ rows });
    const notificationMute = { id: '6', changeId: '5', until: sampleNow + 24 * 3_600_000, readAt: 4_000 };
    host.push({ event: 'overview', overview: { ...sampleOverview, notificationMute } });
    await entry(page, '5').getByText('Muted this task until tomorrow, 17:30').waitFor();
    await entry(page, '5').getByRole('button', { name: 'Undo: mute this task' }).click();
    await expect.poll(() => host.askedFor('undo-read')).toEqual([{ readAt: 4_000 }]);
    expect(host.askedFor('unmute')).toEqual([{ id: '6' }]);
    expect(await page.getByText('Muted this task').count()).toBe(0);
  });

  it('opens with the task’s own button at what mutes, also for a change that the list does not show', async () => {
    const { host, page } = await pages.open({ rows });
    await page.click('#change-4');
    Object.assign(host.script, { rows: rows.slice(0, 1) });
    await page.keyboard.press('/');
    await page.keyboard.type('Spec');
    await page.waitForSelector('#change-4', { state: 'detached' });
    await page.locator('.detail').getByRole('button', { name: 'Mute', exact: true }).click();
    await menu(page).getByText('Only listed: you muted Autumn summit until 18:00').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-start'))).toBe('mute');
    expect(await isInWindow(page)).toBe(true);
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Mute');
  });

  it('does not offer to mute oneself', async () => {
    const { page } = await pages.open({ rows });
    for (const key of ['j', 'j', 'j', 'm']) await page.keyboard.press(key);
    await menu(page).waitFor();
    expect(await menu(page).getByRole('group', { name: 'Mute Chi' }).count()).toBe(0);
  });

  it('stays open, with a reason, when the app could not do it', async () => {
    const { page } = await pages.open({ rows, answers: { 'mute-change': refusal } });
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await menu(page).getByRole('alert').getByText('The task is not known.').waitFor();
  });

  it('marks a row read, and unread again', async () => {
    const { host, page } = await pages.open({ rows });
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await menu(page).getByRole('button', { name: 'Mark read' }).click();
    await expect.poll(() => host.askedFor('read-changes')).toEqual([{ which: 'some', ids: ['5'] }]);
    await page.waitForSelector('.change:has(#change-5):not(.is-unread)');
    await page.keyboard.press('m');
    await menu(page).getByRole('button', { name: 'Mark unread' }).click();
    await page.waitForSelector('.change.is-unread:has(#change-5)');
    expect(host.askedFor('unread-changes')).toEqual([{ ids: ['5'] }]);
  });

  it.each([
    ['5', 'Told because you watch it', 'Change the rules', 'What you are told'],
    ['4', 'Only listed: you muted Autumn summit until 18:00', 'Show what is muted', 'Muted'],
  ])('says why row %s was told or not, and leads to what decided', async (id, why, words, heading) => {
    const { page } = await pages.open({ rows });
    await entry(page, id).hover();
    await entry(page, id).getByRole('button', { name: 'Snooze, mute, why' }).click();
    await menu(page).getByText(why).waitFor();
    await menu(page).getByRole('button', { name: words }).click();
    await expect.poll(() => focused(page)).toBe(heading);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.settings', { state: 'detached' });
    expect(
      await page.evaluate(
        (id) => document.activeElement?.closest('.change')?.querySelector(`#change-${id}`) !== null,
        id,
      ),
    ).toBe(true);
  });

  it('stays within a small window, wherever its row is', async () => {
    const { page } = await pages.open({}, { viewport: narrow });
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      await menu(page).waitFor();
      expect(await isInWindow(page)).toBe(true);
      await page.keyboard.press('Escape');
      await menu(page).waitFor({ state: 'detached' });
    }
  });
});
