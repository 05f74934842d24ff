import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openView } from '../../renderer/harness/open-view.ts';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { pollingOverview, sampleOverview } from '../../renderer/harness/sample.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal = { ok: false, failure: { code: 'system-refused', message: 'The system did not allow it.' } } as const;

describe.skipIf(executablePath === null)('settings and the ways of changes in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  describe('the settings', () => {
    it('open with the comma, close with Escape, and give the focus back', async () => {
      const { page } = await pages.open();
      await page.keyboard.press('j');
      await page.keyboard.press(',');
      await page.waitForSelector('.settings');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.settings', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('change-99');
    });

    it('open when the app asks for them', async () => {
      const { host, page } = await pages.open();
      await expect.poll(() => host.streams()).toBe(1);
      host.push({ event: 'show-view', view: 'settings' });
      await page.waitForSelector('.settings');
    });

    it('are in force at once, as the system has them', async () => {
      const { host, page } = await pages.open({ systemSettings: { startsAtLogin: false, trayIcon: 'auto' } });
      await openView(page, 'Settings');
      await page.getByRole('switch', { name: 'Start when you log in' }).check();
      await page.getByRole('combobox', { name: 'Icon in the tray' }).selectOption('light');
      await expect
        .poll(() => host.askedFor('change-system-settings'))
        .toEqual([{ startsAtLogin: true }, { trayIcon: 'light' }]);
    });

    it('go back to what they were, with a reason, when the system does not allow a change', async () => {
      const { page } = await pages.open({
        systemSettings: { startsAtLogin: false, trayIcon: null },
        answers: { 'change-system-settings': refusal },
      });
      await openView(page, 'Settings');
      await page.getByRole('switch', { name: 'Start when you log in' }).click();
      await page.getByRole('alert').getByText('The system did not allow it.').waitFor();
      expect(await page.getByRole('switch', { name: 'Start when you log in' }).isChecked()).toBe(false);
    });

    it('leave out what the computer does not offer', async () => {
      const { page } = await pages.open();
      await openView(page, 'Settings');
      expect(await page.locator('.settings h3').allTextContents()).toEqual([
        'Notifications',
        'What you are told',
        'Muted',
        'Quiet hours',
        'Due dates',
        'Appearance',
        'Account',
        'How changes reach you',
        'History',
        'Help',
      ]);
      expect(await page.locator('.settings-nav button').allTextContents()).not.toContain('System');
    });

    it('send a test notification', async () => {
      const { host, page } = await pages.open();
      await openView(page, 'Settings');
      await page.getByRole('button', { name: 'Send a test notification' }).click();
      await expect.poll(() => host.askedFor('test-notification')).toEqual([null]);
    });
  });

  describe('asking Redbooth every minute', () => {
    it('is chosen in place of hooks, at once', async () => {
      const { host, page } = await pages.open();
      await expect.poll(() => host.streams()).toBe(1);
      await openView(page, 'How changes reach you');
      await page.getByLabel('By asking Redbooth every minute').click();
      await expect.poll(() => host.askedFor('choose-hook-source')).toEqual([{ source: 'polling' }]);
      host.push({ event: 'overview', overview: pollingOverview });
      await page.waitForSelector('.tunnel-form', { state: 'detached' });
      await page.waitForSelector('.pill:has-text("Asks every minute")');
    });

    it('stays off, with a reason, when it could not be chosen', async () => {
      const { page } = await pages.open({ answers: { 'choose-hook-source': refusal } });
      await openView(page, 'How changes reach you');
      await page.getByLabel('By asking Redbooth every minute').click();
      await page.getByRole('alert').getByText('The system did not allow it.').waitFor();
      expect(await page.getByLabel('By hook').isChecked()).toBe(true);
    });

    it('can be taken up from a notice', async () => {
      const notice = { id: 'no-hooks', tone: 'warn', title: 'No hook has come', body: 'Tasks changed.' } as const;
      const overview = { ...sampleOverview, notices: [{ ...notice, actions: ['poll-instead' as const] }] };
      const { host, page } = await pages.open({ overview });
      await page.click('.notice-action:has-text("Ask every minute instead")');
      await expect.poll(() => host.askedFor('choose-hook-source')).toEqual([{ source: 'polling' }]);
      await expect
        .poll(() => page.locator('[role="status"][aria-live]').textContent())
        .toBe('The app asks Redbooth every minute now');
    });

    it('needs no hook URL, and says so where one would look for it', async () => {
      const { page } = await pages.open({ overview: { ...pollingOverview, unread: 0 }, rows: [] });
      await page.waitForSelector('.empty:has-text("Redbooth is asked every minute")');
      await page.click('[aria-label="Connect Redbooth"]');
      await page.waitForSelector('dialog:has-text("no hook URL and no administrator is needed")');
      expect(await page.locator('dialog .hook-urls').count()).toBe(0);
      await page.click('dialog .button:has-text("How changes reach you")');
      await page.waitForSelector('dialog h2:has-text("How changes reach you")');
      expect(await page.getByRole('button', { name: 'Test now' }).count()).toBe(0);
    });
  });
});
