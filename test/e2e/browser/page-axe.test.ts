import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/contract/index.ts';
import { chromiumPath } from './chromium.ts';
import {
  type PageBrowser,
  axeViolations,
  narrow,
  startPageBrowser,
  wide,
} from '../../renderer/harness/page-browser.ts';
import { openView } from '../../renderer/harness/open-view.ts';
import type { PageHostScript } from '../../renderer/harness/page-host.ts';
import {
  nothingYet,
  pollingOverview,
  rowsOfTwoOrganizations,
  sampleNow,
  sampleOverview,
  sampleRow,
  troubledOverview,
} from '../../renderer/harness/sample.ts';
import {
  applicationKept,
  overviewWith,
  sampleExpired,
  sampleFailed,
  sampleFromEnvironment,
  sampleSignedOut,
  sampleWaiting,
  withoutKeyring,
} from '../../renderer/harness/sample-account.ts';
import { sampleTaskDetail } from '../../renderer/harness/sample-task-detail.ts';
import { samplePreferences } from '../../renderer/harness/sample-preferences.ts';
import { sampleTunnelSettings } from '../../renderer/harness/sample-tunnel.ts';
import { loadedAtFirst } from '../../renderer/harness/loaded-at-first.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const assets = fileURLToPath(new URL('../../../dist/renderer/assets/', import.meta.url));

/** A file, or a reset, that makes the history shorter, with all that can be left out. */
const changedSettings = {
  'preview-settings-import': {
    ok: true,
    value: {
      before: { historyDays: 90, theme: 'dark' },
      after: { historyDays: 7, theme: 'system' },
      fixed: ['language'],
      unknown: ['telepathy'],
      ofTheMachine: ['publicUrl'],
    },
  },
  'preview-settings-reset': {
    ok: true,
    value: {
      before: { historyDays: 90, theme: 'dark' },
      after: { historyDays: 7, theme: 'system' },
      fixed: ['language'],
    },
  },
  'import-settings': { ok: true, value: { undo: 'what was' } },
} as const;

const searchSettings = async (page: Page, words: string): Promise<void> => {
  await openView(page, 'Settings');
  await page.waitForSelector('.settings .rules');
  await page.getByRole('searchbox', { name: 'Search the settings' }).fill(words);
};
const chooseSettingsFile = async (page: Page): Promise<void> => {
  await openView(page, 'Settings');
  const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.locator('input[type=file]').setInputFiles(file);
};

describe.skipIf(executablePath === null)('the look of the page in a browser', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());
  const open: PageBrowser['open'] = (script, look) => pages.open(script, look);

  /** `isCovered`: a panel lies over parts of the page, which are then smaller to the pointer; it closes on a click there. */
  type State = {
    name: string;
    shows: string;
    isCovered?: boolean;
    script?: Partial<PageHostScript>;
    act?: (page: Page) => Promise<void>;
    /** Whether a change comes then. */
    push?: boolean;
  };
  const signedOut = { overview: overviewWith(sampleSignedOut), rows: [] };
  const refused: Reply = { ok: false, failure: { code: 'settings-invalid', message: 'Fixed for this run.' } };
  const manyProjects = Array.from({ length: 40 }, (_, index) => ({
    id: `${index}`,
    name: `Project of office ${index}`,
    count: 1,
    organization: index % 2 === 0 ? 'Acme' : null,
  }));
  const openAccount = (page: Page): Promise<void> => openView(page, 'Redbooth account');
  const states: readonly State[] = [
    { name: 'the list', shows: '.change.is-unread' },
    { name: 'trouble', shows: '.notice-bad', script: { overview: troubledOverview } },
    { name: 'an empty list', shows: '.empty', script: nothingYet },
    {
      name: 'the task of a change',
      shows: '.comments',
      act: (page) => page.click('.change-main >> nth=0'),
    },
    {
      name: 'a task that could not be read, with a comment begun',
      shows: '.detail .unanswered',
      script: {
        answers: { 'task-detail': { ok: false, failure: { code: 'unexpected', message: 'The app does not answer.' } } },
      },
      act: async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('c');
      },
    },
    {
      name: 'a task that is gone, without comments',
      shows: '.detail-gone',
      script: {
        answers: {
          'task-detail': {
            ok: true,
            value: {
              ...sampleTaskDetail,
              isGone: true,
              comments: null,
              commentsFailure: 'The task is gone.',
              hooks: [],
            },
          },
        },
      },
      act: async (page) => {
        await page.click('.change-main >> nth=0');
        await page.click('.detail-hooks > summary');
      },
    },
    {
      name: 'what was found',
      shows: 'mark',
      act: async (page) => {
        await page.keyboard.press('/');
        await page.keyboard.type('pric');
      },
    },
    {
      name: 'nothing found, with all filters',
      shows: '.empty .button',
      act: async (page) => {
        await page.keyboard.press('/');
        await page.getByLabel('Project', { exact: true }).selectOption('31');
        await page.getByLabel('Person', { exact: true }).selectOption('501');
        await page.getByLabel('Subject', { exact: true }).selectOption('comment');
        await page.getByLabel('Search the changes').fill('zzz');
      },
    },
    {
      name: 'the list by project',
      shows: '.group-label',
      act: async (page) => {
        await page.keyboard.press('/');
        await page.getByLabel('Group', { exact: true }).selectOption('project');
      },
    },
    { name: 'all marked read', shows: '.read-all-words', act: (page) => page.click('text=Mark all read') },
    { name: 'rows of several organisations', shows: '.change-organization', script: { rows: rowsOfTwoOrganizations } },
    {
      name: 'a row with the pointer on it',
      shows: '.change-actions [aria-label="Comment"]',
      act: (page) => page.hover('.change >> nth=1'),
    },
    {
      name: 'a task that was resolved',
      shows: '.action-line-good',
      act: async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('j');
        await page.keyboard.press('e');
      },
    },
    {
      name: 'a comment that could not be sent',
      shows: '.action-line-bad',
      script: {
        answers: {
          'comment-on-task': { ok: false, failure: { code: 'task-not-changed', message: 'Redbooth is not there.' } },
        },
      },
      act: async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('c');
        await page.keyboard.type('Done.');
        await page.keyboard.press('Control+Enter');
      },
    },
    {
      name: 'new changes above what is read',
      shows: '.fresh-pill',
      act: async (page) => {
        await page.mouse.move(180, 400);
        await page.mouse.wheel(0, 700);
        await page.waitForFunction(() => window.scrollY > 600);
      },
      push: true,
    },
    {
      name: 'the settings',
      shows: '.switch',
      script: { systemSettings: { startsAtLogin: true, trayIcon: 'auto', playsSounds: true } },
      act: (page) => openView(page, 'Settings'),
    },
    {
      name: 'the settings while Redbooth is asked',
      shows: '.settings .tunnel-options',
      script: { overview: pollingOverview },
      act: (page) => openView(page, 'Settings'),
    },
    {
      name: 'the settings with everything refused and nothing complete',
      shows: '.settings .field-failure >> nth=2',
      script: { answers: { 'change-preferences': refused, unmute: refused } },
      act: async (page) => {
        await openView(page, 'Settings');
        await page.getByRole('combobox', { name: 'Comments Watched' }).selectOption('Ignore');
        await page.getByRole('button', { name: 'Unmute Website relaunch' }).click();
        await page.getByRole('button', { name: 'Add quiet hours' }).click();
        await page.waitForSelector('.settings .field-failure >> nth=2');
      },
    },
    {
      name: 'the settings of somebody who chose a lot',
      shows: '.chosen-projects [type="search"]',
      script: {
        preferences: { ...samplePreferences, quietHours: [], chosenProjects: ['1', '99'] },
        mutes: [],
        answers: { facets: { ok: true, value: { projects: manyProjects, people: [] } } },
      },
      act: (page) => openView(page, 'Settings'),
    },
    {
      name: 'the settings that could not be read',
      shows: '.unanswered >> nth=2',
      script: { answers: { preferences: refused, mutes: refused, 'history-settings': refused } },
      act: (page) => openView(page, 'Settings'),
    },
    {
      name: 'the question before the history is deleted',
      shows: '.dialog-small',
      act: async (page) => {
        await openView(page, 'Settings');
        await page.getByRole('button', { name: 'Delete history now' }).click();
      },
    },
    {
      name: 'the settings that a search found',
      shows: '.settings mark',
      act: (page) => searchSettings(page, 'hook'),
    },
    {
      name: 'a search of the settings that found none',
      shows: '.settings :text("Try another word")',
      act: (page) => searchSettings(page, 'zebra'),
    },
    {
      name: 'the question before the settings of a file are used',
      shows: '.dialog-small :text("90 days → 7 days")',
      script: { answers: changedSettings },
      act: chooseSettingsFile,
    },
    {
      name: 'the settings of a file in force, with the way back',
      shows: '.settings-outcome :text("The settings of the file are in force.")',
      script: { answers: changedSettings },
      act: async (page) => {
        await chooseSettingsFile(page);
        await page.getByRole('button', { name: 'Use them' }).click();
      },
    },
    {
      name: 'a settings file that is not used',
      shows: '.settings-outcome [role="alert"]',
      script: { answers: { 'preview-settings-import': refused } },
      act: chooseSettingsFile,
    },
    {
      name: 'the question before the settings are reset',
      shows: '.dialog-small :text("90 days → 7 days")',
      script: { answers: changedSettings },
      act: async (page) => {
        await openView(page, 'Settings');
        await page.getByRole('button', { name: 'Reset all settings…' }).click();
      },
    },
    {
      name: 'the menu of a row, with a failure',
      shows: '.popover .field-failure',
      script: { answers: { 'snooze-change': refused } },
      act: async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('s');
        await page.keyboard.press('Enter');
      },
    },
    {
      name: 'a row that is snoozed, and muted from',
      shows: '.action-line >> nth=1',
      script: { rows: [sampleRow({ id: '5', snoozedUntil: sampleNow + 3_600_000 })] },
      act: async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('m');
        await page.keyboard.press('Enter');
      },
    },
    {
      name: 'quiet hours',
      shows: '.pill-quiet',
      script: { overview: { ...sampleOverview, quiet: { until: sampleNow + 50_000_000 } } },
    },
    {
      name: 'a theme of one’s own',
      shows: '[data-theme]',
      script: { preferences: { ...samplePreferences, theme: 'dark' } },
    },
    {
      name: 'the ways of changes while Redbooth is asked',
      shows: '.dialog .connect-part',
      script: { overview: pollingOverview },
      act: (page) => page.click('.pill').then(() => page.click('.panel .button')),
    },
    {
      name: 'the view of the hook URLs while Redbooth is asked',
      shows: '.dialog .account-words-long',
      script: { overview: pollingOverview },
      act: (page) => page.click('[aria-label="Connect Redbooth"]'),
    },
    {
      name: 'an empty list while Redbooth is asked',
      shows: '.empty',
      script: { overview: pollingOverview, rows: [] },
    },
    { name: 'the panel of reachability', shows: '.panel-title', isCovered: true, act: (page) => page.click('.pill') },
    {
      name: 'the menu to pause',
      shows: '.menu',
      isCovered: true,
      act: (page) => page.click('[aria-label="Pause notifications"]'),
    },
    {
      name: 'the view of the hook URLs',
      shows: '.steps',
      act: (page) => page.click('[aria-label="Connect Redbooth"]'),
    },
    {
      name: 'the confirmation of a new hook URL',
      shows: '.dialog-small',
      act: async (page) => {
        await page.click('[aria-label="Connect Redbooth"]');
        await page.click('[aria-label="Make a new URL for “Acme”"]');
      },
    },
    {
      name: 'the menu of views',
      shows: '.menu',
      isCovered: true,
      act: (page) => page.click('[aria-label="More views"]'),
    },
    { name: 'the view of the tunnel', shows: '.address', act: (page) => openView(page, 'How changes reach you') },
    {
      name: 'the form of a team’s server',
      shows: 'textarea',
      act: async (page) => {
        await openView(page, 'How changes reach you');
        await page.getByRole('radio', { name: 'By your team’s server' }).check();
      },
    },
    {
      name: 'the view of the tunnel with an address of one’s own',
      shows: '.tunnel-form .copyable',
      act: async (page) => {
        await openView(page, 'How changes reach you');
        await page.getByLabel('At an address of your own').check();
      },
    },
    {
      name: 'the view of a tunnel that cannot be chosen',
      shows: '.address',
      script: {
        overview: troubledOverview,
        tunnelSettings: { ...sampleTunnelSettings, isFixed: true },
      },
      act: (page) => openView(page, 'How changes reach you'),
    },
    {
      name: 'the requests with a body unfolded',
      shows: '.request-body',
      act: async (page) => {
        await openView(page, 'Requests received');
        await page.click('.request-main >> nth=2');
      },
    },
    {
      name: 'no requests',
      shows: '.dialog .empty',
      script: { answers: { 'received-requests': { ok: true, value: [] } } },
      act: (page) => openView(page, 'Requests received'),
    },
    {
      name: 'an empty list of somebody who is not signed in',
      shows: '.empty .button-main:has-text("Sign in")',
      script: signedOut,
    },
    { name: 'the account', shows: '.account-state .button', act: openAccount },
    {
      name: 'the account of the environment',
      shows: '.account-words-long',
      script: { overview: overviewWith(sampleFromEnvironment) },
      act: openAccount,
    },
    {
      name: 'the steps to sign in, without a keyring',
      shows: '.choice',
      script: { ...signedOut, signInSettings: withoutKeyring },
      act: openAccount,
    },
    {
      name: 'an application that could not be saved',
      shows: '.field-failure',
      script: {
        ...signedOut,
        answers: {
          'save-application': { ok: false, failure: { code: 'secrets-unwritable', message: 'The keyring is locked.' } },
        },
      },
      act: async (page) => {
        await openAccount(page);
        await page.getByLabel('Application id').fill('app-1');
        await page.getByLabel('Secret', { exact: true }).fill('secret-1');
        await page.click('.application-form .button-main');
      },
    },
    {
      name: 'an application to be changed',
      shows: '.application-form',
      script: { ...signedOut, signInSettings: applicationKept },
      act: async (page) => {
        await openAccount(page);
        await page.getByRole('button', { name: 'Change' }).click();
        await page.getByRole('button', { name: 'Show how' }).click();
      },
    },
    {
      name: 'waiting for the browser',
      shows: '.light',
      script: {
        overview: overviewWith({ ...sampleSignedOut, signIn: sampleWaiting }),
        signInSettings: applicationKept,
      },
      act: openAccount,
    },
    {
      name: 'a failed try to sign in',
      shows: '.steps .field-failure',
      script: { overview: overviewWith({ ...sampleExpired, signIn: sampleFailed }), signInSettings: applicationKept },
      act: openAccount,
    },
    {
      name: 'the confirmation to sign out',
      shows: '.dialog-small .field-failure',
      act: async (page) => {
        await openAccount(page);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByLabel('Also delete the history').check();
      },
    },
    {
      name: 'the checks',
      shows: '.checks',
      act: async (page) => {
        await page.getByRole('button', { name: 'More views' }).click();
        await page.getByRole('button', { name: 'Check the app' }).click();
        await page.getByRole('button', { name: 'Check everything' }).click();
      },
    },
    { name: 'the keys', shows: '.keys', act: (page) => page.keyboard.press('?') },
    { name: 'a browser that is not signed in', shows: '.sign-in', script: { isSignedIn: false } },
  ];

  // Contrast hangs on the theme and room on the width, so two pairs try every state in both.
  const looks = [
    { name: 'narrow and light', viewport: narrow, colorScheme: 'light' },
    { name: 'wide and dark', viewport: wide, colorScheme: 'dark' },
  ] as const;
  for (const look of looks) {
    it.each(states)(
      `$name, ${look.name}: axe finds nothing, and nothing runs out of the window`,
      async ({ script, act, shows, isCovered = false, push = false }) => {
        const { host, page, broken } = await open(script, look);
        await act?.(page);
        if (push) {
          await expect.poll(() => host.streams()).toBe(1);
          host.push({ event: 'change', row: sampleRow({ id: '100', unread: true }) });
        }
        await page.waitForSelector(shows);
        expect(await axeViolations(page, isCovered)).toEqual([]);
        expect(
          await page.evaluate(() =>
            [...document.querySelectorAll('dialog')].filter(
              ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
            ),
          ),
        ).toEqual([]);
        // What runs out at the start of a line cannot be scrolled to, and so does not widen anything.
        expect(
          await page.evaluate(() =>
            [...document.querySelectorAll('button, input')].filter((control) => {
              const surface = control.closest('dialog') ?? document.body;
              // One that is not drawn is nowhere.
              const isDrawn = control.getClientRects().length > 0;
              return isDrawn && control.getBoundingClientRect().left < surface.getBoundingClientRect().left;
            }),
          ),
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          look.viewport.width,
        );
        expect(broken).toEqual([]);
      },
    );
  }

  it('keeps within its budget of JavaScript', () => {
    const sizes = loadedAtFirst(join(assets, '..')).map((name) => gzipSync(readFileSync(assets + name)).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    console.log(`JavaScript loaded at first: ${kilobytes.toFixed(1)} KB with gzip, budget 62 KB`);
    expect(kilobytes).toBeGreaterThan(1);
    expect(kilobytes).toBeLessThanOrEqual(62);
  });

  it('fits at twice the zoom of a small window', async () => {
    const { page } = await open({}, { viewport: { width: 320, height: 400 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
