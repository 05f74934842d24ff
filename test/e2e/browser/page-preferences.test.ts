import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reply, defaultRules } from '../../../electron/contract/index.ts';
import { openView } from '../../renderer/harness/open-view.ts';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { samplePreferences } from '../../renderer/harness/sample-preferences.ts';
import { sampleNow, sampleOverview } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal: Reply = { ok: false, failure: { code: 'settings-invalid', message: 'Fixed for this run.' } };
const evening = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:30', to: '08:00' };

describe.skipIf(executablePath === null)('what one chooses about being told', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  const open: PageBrowser['open'] = async (script, look) => {
    const opened = await pages.open(script, look);
    await openView(opened.page, 'Settings');
    await opened.page.waitForSelector('.settings .rules');
    return opened;
  };
  const section = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
  const background = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  describe('the rules', () => {
    it('are a table of what changes by whose task it is', async () => {
      const { page } = await open();
      const table = page.getByRole('table');
      expect(await table.getByRole('columnheader').allTextContents()).toEqual([
        'What changes',
        'Your tasks',
        'Watched',
        'Chosen',
        'All others',
      ]);
      expect(await table.getByRole('rowheader').count()).toBe(9);
      expect(await page.getByRole('combobox', { name: 'Comments All others' }).inputValue()).toBe('list');
      expect(await page.getByRole('combobox', { name: 'Mentions Watched' }).inputValue()).toBe('notify');
    });

    it('offer nothing where a task given to one is always one’s own', async () => {
      const { page } = await open();
      expect(await page.getByRole('combobox', { name: /^Assignment/ }).count()).toBe(1);
    });

    it('are in force at once, one cell at a time', async () => {
      const { host, page } = await open();
      await page.getByRole('combobox', { name: 'Comments All others' }).selectOption('Ignore');
      const rules = defaultRules();
      rules.comment.other = 'ignore';
      await expect.poll(() => host.askedFor('change-preferences')).toEqual([{ rules }]);
    });

    it('go back to what they were, with a reason, when they cannot be changed', async () => {
      const { page } = await open({ answers: { 'change-preferences': refusal } });
      await page.getByRole('combobox', { name: 'Status Your tasks' }).selectOption('Ignore');
      await section(page, 'What you are told').getByRole('alert').getByText('Fixed for this run.').waitFor();
      expect(await page.getByRole('combobox', { name: 'Status Your tasks' }).inputValue()).toBe('notify');
    });

    it('can be reset with the rest of their section', async () => {
      const { host, page } = await open();
      await page.getByRole('button', { name: 'Reset to defaults: What you are told' }).click();
      await expect.poll(() => host.askedFor('preview-settings-reset')).toEqual([{ keys: ['rules', 'chosenProjects'] }]);
    });
  });

  describe('the chosen projects', () => {
    it('are picked from those that were seen, the chosen ones first', async () => {
      const { host, page } = await open();
      const projects = page.getByRole('group', { name: 'Chosen projects' });
      expect(await projects.getByRole('listitem').allTextContents()).toEqual([
        'Autumn summit',
        'Website relaunch',
        'Offsite',
      ]);
      await projects.getByRole('checkbox', { name: 'Offsite' }).check();
      await projects.getByRole('checkbox', { name: 'Autumn summit' }).uncheck();
      await expect
        .poll(() => host.askedFor('change-preferences'))
        .toEqual([{ chosenProjects: ['32', '33'] }, { chosenProjects: ['33'] }]);
    });

    it('are found by their name when there are many', async () => {
      const projects = Array.from({ length: 12 }, (_, index) => ({
        id: `${index}`,
        name: `Office ${index}`,
        count: 1,
        organization: index === 11 ? 'Acme' : null,
      }));
      const { page } = await open({ answers: { facets: { ok: true, value: { projects, people: [] } } } });
      await page.getByRole('searchbox', { name: 'Find a project' }).fill('office 11');
      expect(await page.locator('.projects li').allTextContents()).toEqual(['Office 11 in Acme']);
    });

    it('stay when nothing of them is in the list any more', async () => {
      const { page } = await open({ preferences: { ...samplePreferences, chosenProjects: ['99'] } });
      expect(await page.getByRole('checkbox', { name: /^Project 99/ }).isChecked()).toBe(true);
    });
  });

  describe('what is muted', () => {
    it('is listed with its end, and can be taken back', async () => {
      const { host, page } = await open();
      const muted = section(page, 'Muted');
      await expect
        .poll(() => muted.locator('.setting p').allTextContents())
        .toEqual(['“Order badges”', 'Task, until 18:30 today', 'Website relaunch', 'Project, until you take it back']);
      await muted.getByRole('button', { name: 'Unmute Website relaunch' }).click();
      await expect.poll(() => muted.locator('.setting').count()).toBe(1);
      expect(host.askedFor('unmute')).toEqual([{ id: '2' }]);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Muted');
    });

    it('may be nothing', async () => {
      const { page } = await open({ mutes: [] });
      await section(page, 'Muted').getByText('Nothing is muted.').waitFor();
    });

    it('stays, with a reason, when it could not be taken back', async () => {
      const { page } = await open({ answers: { unmute: refusal } });
      await page.getByRole('button', { name: 'Unmute Website relaunch' }).click();
      await section(page, 'Muted').getByRole('alert').getByText('Fixed for this run.').waitFor();
    });
  });

  describe('quiet hours', () => {
    it('are several times, each of its own days', async () => {
      const { host, page } = await open();
      await page.getByRole('button', { name: 'Add quiet hours' }).click();
      const second = page.locator('.quiet-time').nth(1);
      for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
        await second.getByRole('button', { name: day, exact: true }).click();
      await second.getByLabel('From', { exact: true }).fill('00:00');
      await second.getByLabel('until', { exact: true }).fill('00:00');
      await second.getByText('Sat and Sun, from 0:00 for a whole day').waitFor();
      await expect
        .poll(() => host.askedFor('change-preferences').at(-1))
        .toEqual({ quietHours: [evening, { days: ['sat', 'sun'], from: '00:00', to: '00:00' }] });
    });

    it('are not in force without a day, and say so', async () => {
      const { host, page } = await open({
        preferences: { ...samplePreferences, quietHours: [{ days: ['mon'], from: '12:00', to: '13:00' }] },
      });
      await page.getByRole('button', { name: 'Mon', exact: true }).click();
      await page.getByText('Not in force: choose at least one day, or remove it.').waitFor();
      await expect.poll(() => host.askedFor('change-preferences')).toEqual([{ quietHours: [] }]);
      await page.getByRole('button', { name: 'Tue', exact: true }).click();
      await expect
        .poll(() => host.askedFor('change-preferences').at(-1))
        .toEqual({ quietHours: [{ days: ['tue'], from: '12:00', to: '13:00' }] });
    });

    it('can be removed, which keeps the keyboard in the section', async () => {
      const { host, page } = await open();
      await page.getByRole('button', { name: 'Remove Mon to Fri, 18:30 until 8:00 on the next day' }).click();
      await expect.poll(() => host.askedFor('change-preferences')).toEqual([{ quietHours: [] }]);
      await section(page, 'Quiet hours').getByText('There are none.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Quiet hours');
    });

    it('go back to what they were, with a reason, when they cannot be changed', async () => {
      const { page } = await open({ answers: { 'change-preferences': refusal } });
      await page.getByRole('button', { name: 'Sat', exact: true }).click();
      await section(page, 'Quiet hours').getByRole('alert').getByText('Fixed for this run.').waitFor();
      expect(await page.getByRole('button', { name: 'Sat', exact: true }).getAttribute('aria-pressed')).toBe('false');
    });
  });

  it('is each sent by itself', async () => {
    const { host, page } = await open();
    await page.getByRole('combobox', { name: 'What they show' }).selectOption('Only that something did');
    await page.getByRole('combobox', { name: 'Sound' }).selectOption('None');
    await page.getByRole('combobox', { name: 'Remind me of due tasks' }).selectOption('Never');
    await page.getByRole('combobox', { name: 'Remind me of due tasks' }).selectOption('7:00');
    await expect
      .poll(() => host.askedFor('change-preferences'))
      .toEqual([
        { notificationContent: 'private' },
        { notificationSound: 'none' },
        { dueReminderHour: null },
        { dueReminderHour: 7 },
      ]);
  });

  it('is read again after a failure', async () => {
    const { host, page } = await pages.open({ answers: { preferences: refusal } });
    await openView(page, 'Settings');
    await page.getByRole('alert').getByText('Fixed for this run.').waitFor();
    expect(await page.locator('.settings-nav button').allTextContents()).not.toContain('Appearance');
    host.script.answers = {};
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.settings .rules');
  });

  describe('the theme', () => {
    it('follows the system until one is chosen, and then is shown at once', async () => {
      const { page } = await open({}, { colorScheme: 'dark' });
      const dark = await background(page);
      await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
      await expect.poll(() => background(page)).not.toBe(dark);
      await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
      await expect.poll(() => background(page)).toBe(dark);
    });

    it('is dark on a light system, with the controls of the browser', async () => {
      const { page } = await pages.open({ preferences: { ...samplePreferences, theme: 'dark' } });
      await expect.poll(() => background(page)).toBe('rgb(17, 19, 23)');
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    });

    it('is that of the last time until the app has told', async () => {
      const { host, page } = await pages.open({ preferences: { ...samplePreferences, theme: 'dark' } });
      await expect.poll(() => background(page)).toBe('rgb(17, 19, 23)');
      host.script.answers = { preferences: new Promise<Reply>(() => undefined) };
      await page.reload();
      await page.waitForSelector('.change');
      expect(await background(page)).toBe('rgb(17, 19, 23)');
    });
  });

  describe('the history', () => {
    it('is kept longer at once, and shorter only after a question', async () => {
      const { host, page } = await open();
      const kept = page.getByRole('combobox', { name: 'Keep changes for' });
      await kept.focus();
      await kept.selectOption('1 year');
      await kept.selectOption('7 days');
      await page.getByRole('button', { name: 'Keep it' }).click();
      expect(await kept.inputValue()).toBe('365');
      expect(host.askedFor('change-history-settings')).toEqual([{ days: 365 }]);
      await kept.selectOption('7 days');
      await page.getByRole('button', { name: 'Delete what is older' }).click();
      await expect.poll(() => host.askedFor('change-history-settings').at(-1)).toEqual({ days: 7 });
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    });

    it('is deleted only after a question', async () => {
      const { host, page } = await open();
      await page.getByRole('button', { name: 'Delete history now' }).click();
      await page.keyboard.press('Escape');
      expect(host.askedFor('delete-history-now')).toEqual([]);
      await page.getByRole('button', { name: 'Delete history now' }).click();
      await page.getByRole('button', { name: 'Delete the history' }).click();
      await expect.poll(() => host.askedFor('delete-history-now')).toEqual([null]);
      await page.waitForSelector('.dialog-small', { state: 'detached' });
    });

    it('says why it could not be deleted', async () => {
      const { page } = await open({ answers: { 'delete-history-now': refusal } });
      await page.getByRole('button', { name: 'Delete history now' }).click();
      await page.getByRole('button', { name: 'Delete the history' }).click();
      await section(page, 'History').getByRole('alert').getByText('Fixed for this run.').waitFor();
    });
  });

  it('brings a section into sight by its name', async () => {
    const { page } = await open();
    await page.locator('.settings-nav').getByRole('button', { name: 'History' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('History');
    const { y } = (await section(page, 'History').boundingBox()) ?? { y: Number.POSITIVE_INFINITY };
    expect(y).toBeLessThan(720);
  });

  describe('in the header', () => {
    const hour = 3_600_000;

    it('quiet hours are in sight, and lead to where they are set', async () => {
      const overview = { ...sampleOverview, quiet: { until: sampleNow + 14.5 * hour } };
      const { page } = await pages.open({ overview });
      await page.getByRole('button', { name: 'Quiet until tomorrow, 8:00. Change the quiet hours' }).click();
      await page.waitForSelector('.settings');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Quiet hours');
    });

    it('a pause is chosen, seen with its end, and ended, with the keyboard alone', async () => {
      const { host, page } = await pages.open();
      await expect.poll(() => host.streams()).toBe(1);
      await page.getByRole('button', { name: 'Pause notifications' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.menu-item').allTextContents()).toEqual([
        'For 30 minutes',
        'For 1 hour',
        'Until tomorrow morning',
        'Until I resume',
      ]);
      await page.getByRole('button', { name: 'Until tomorrow morning' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => host.askedFor('pause')).toEqual([{ minutes: 14.5 * 60 }]);
      const until = sampleNow + 14.5 * hour;
      host.push({ event: 'overview', overview: { ...sampleOverview, pause: { state: 'paused', until } } });
      const pill = page.getByRole('button', { name: 'Paused until tomorrow, 8:00. Resume notifications' });
      const trigger = page.getByRole('button', { name: 'Pause notifications', exact: true });
      await expect
        .poll(() => page.locator('[role="status"][aria-live]').textContent())
        .toBe('Notifications are paused');
      await trigger.and(page.locator(':focus')).waitFor();
      await pill.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => host.askedFor('resume')).toEqual([null]);
      host.push({ event: 'overview', overview: sampleOverview });
      await pill.waitFor({ state: 'detached' });
      await trigger.and(page.locator(':focus')).waitFor();
    });
  });
});
