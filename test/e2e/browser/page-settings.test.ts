import { readFileSync } from 'node:fs';
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
      const { host, page } = await pages.open({
        systemSettings: { startsAtLogin: false, trayIcon: 'auto', playsSounds: false },
      });
      await openView(page, 'Settings');
      await page.getByRole('switch', { name: 'Start when you log in' }).check();
      await page.getByRole('combobox', { name: 'Icon in the tray' }).selectOption('light');
      await expect
        .poll(() => host.askedFor('change-system-settings'))
        .toEqual([{ startsAtLogin: true }, { trayIcon: 'light' }]);
    });

    it('go back to what they were, with a reason, when the system does not allow a change', async () => {
      const { page } = await pages.open({
        systemSettings: { startsAtLogin: false, trayIcon: null, playsSounds: false },
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
      await expect
        .poll(() => page.locator('.settings h3').allTextContents())
        .toEqual([
          'Notifications',
          'What you are told',
          'Muted',
          'Quiet hours',
          'Due dates',
          'Appearance',
          'Account',
          'How changes reach you',
          'History',
          'Updates',
          'These settings',
          'Help',
        ]);
      expect(await page.locator('.settings-nav button').allTextContents()).not.toContain('System');
    });

    it('are found as one types, say how many, and are one key away', async () => {
      const { page } = await pages.open();
      await openView(page, 'Settings');
      await page.waitForSelector('.settings .rules');
      await page.keyboard.press('/');
      await page.keyboard.type('dark');
      await page.getByRole('status').getByText('setting found').waitFor();
      expect(await page.locator('.settings h3:visible').allTextContents()).toEqual(['Appearance']);
      expect(await page.locator('.settings-nav button').allTextContents()).toEqual(['Appearance 1']);
      expect(await page.locator('.settings mark:visible').allTextContents()).toEqual(['dark']);
      await page.keyboard.press('Enter');
      expect(await page.getByRole('combobox', { name: 'Theme' }).evaluate((it) => it === document.activeElement)).toBe(
        true,
      );
    });

    it('say what to do when none is found, and Escape clears before it closes', async () => {
      const { page } = await pages.open();
      await openView(page, 'Settings');
      await page.getByRole('searchbox', { name: 'Search the settings' }).fill('zebra');
      await page.getByText('Try another word').waitFor();
      expect(await page.locator('.settings h3:visible').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.locator('.settings h3:visible').first().waitFor();
      await page.keyboard.press('Escape');
      await page.waitForSelector('.settings', { state: 'detached' });
    });

    it('are reset by section, after what would change was shown, and can be taken back', async () => {
      const answers = {
        'preview-settings-reset': {
          ok: true,
          value: { before: { theme: 'dark' }, after: { theme: 'system' }, fixed: ['language'] },
        },
        'reset-settings': { ok: true, value: { undo: 'what was' } },
        'import-settings': { ok: true, value: { undo: 'what is' } },
      } as const;
      const { host, page } = await pages.open({ answers });
      await openView(page, 'Settings');
      await page.getByRole('button', { name: 'Reset to defaults: Appearance' }).click();
      await page.getByText('Dark → As the system has it').waitFor();
      await page.getByText('Fixed for this run by a settings file, so left as they are: Language.').waitFor();
      expect(host.askedFor('reset-settings')).toEqual([]);
      await page.getByRole('button', { name: 'Reset', exact: true }).click();
      await page.getByText('The settings are as they come again.').waitFor();
      expect(host.askedFor('reset-settings')).toEqual([{ keys: ['theme', 'language'] }]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('The settings are as they were.').waitFor();
      expect(host.askedFor('import-settings')).toEqual([{ text: 'what was' }]);
    });

    it('go into a file that the browser keeps', async () => {
      const answers = {
        'export-settings': { ok: true, value: { kind: 'text', name: 'settings.json', text: '{"theme":"dark"}' } },
      } as const;
      const { page } = await pages.open({ answers });
      await openView(page, 'Settings');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export…' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('settings.json');
      expect(readFileSync(await file.path(), 'utf8')).toBe('{"theme":"dark"}');
    });

    it('of a file are shown before they are used, with what is left out', async () => {
      const answers = {
        'preview-settings-import': {
          ok: true,
          value: {
            before: { historyDays: 90 },
            after: { historyDays: 7 },
            fixed: [],
            unknown: ['telepathy'],
            ofTheMachine: ['publicUrl'],
          },
        },
        'import-settings': { ok: true, value: { undo: 'what was' } },
      } as const;
      const { host, page } = await pages.open({ answers });
      await openView(page, 'Settings');
      const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from('the text') };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('90 days → 7 days').waitFor();
      await page.getByText('what is beyond that is deleted at once').waitFor();
      await page.getByText('left out: telepathy.').waitFor();
      await page.getByText('left out: publicUrl.').waitFor();
      expect(host.askedFor('import-settings')).toEqual([]);
      await page.getByRole('button', { name: 'Use them' }).click();
      await page.getByText('The settings of the file are in force.').waitFor();
      expect(host.askedFor('import-settings')).toEqual([{ text: 'the text' }]);
    });

    it('say in plain words why a file is not used', async () => {
      const { host, page } = await pages.open({ answers: { 'preview-settings-import': refusal } });
      await openView(page, 'Settings');
      const file = (length: number) => ({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.alloc(length) });
      await page.locator('input[type=file]').setInputFiles(file(50_000));
      await page.getByRole('alert').getByText('This file is too large for settings.').waitFor();
      expect(host.askedFor('preview-settings-import')).toEqual([]);
      await page.locator('input[type=file]').setInputFiles(file(10));
      await page.getByRole('alert').getByText('The system did not allow it.').waitFor();
    });

    it('have the language, each by its own name', async () => {
      const { host, page } = await pages.open();
      await openView(page, 'Settings');
      const language = page.getByRole('combobox', { name: 'Language' });
      expect(await language.locator('option').allTextContents()).toEqual([
        'As the system has it',
        'English',
        'Español',
      ]);
      await language.selectOption('Español');
      await expect.poll(() => host.askedFor('change-preferences')).toEqual([{ language: 'es' }]);
      host.push({ event: 'overview', overview: { ...sampleOverview, language: 'es' } });
      await page.getByRole('heading', { name: 'Apariencia' }).waitFor();
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
