import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openView } from '../../renderer/harness/open-view.ts';
import { type PageBrowser, startPageBrowser } from '../../renderer/harness/page-browser.ts';
import { sampleOverview } from '../../renderer/harness/sample.ts';
import { sampleTunnelSettings } from '../../renderer/harness/sample-tunnel.ts';
import { chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

const refusal = (message: string) => ({ ok: false, failure: { code: 'settings-invalid', message } }) as const;

describe.skipIf(executablePath === null)('the tunnel in the page', () => {
  let pages: PageBrowser;
  beforeAll(async () => {
    pages = await startPageBrowser();
  });
  afterAll(() => pages.dispose());

  describe('the view of the tunnel', () => {
    const openTunnel = async (script: Parameters<PageBrowser['open']>[0] = {}) => {
      const opened = await pages.open(script);
      await openView(opened.page, 'How changes reach you');
      return opened;
    };

    it('saves an address of one’s own at once and says what that means for the hook URLs', async () => {
      const { host, page } = await openTunnel();
      await page.getByLabel('At an address of your own').check();
      await page.getByLabel('Public address').fill('https://hooks.example.com');
      await page.waitForSelector('text=This changes your hook URLs');
      await page.keyboard.press('Enter');
      await page.waitForSelector('text=Saved and in force. Your hook URLs change');
      expect(host.askedFor('choose-tunnel')).toEqual([
        { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: 'https://hooks.example.com' },
      ]);
      await page.click('.tunnel-save .button:has-text("Show the hook URLs")');
      await page.waitForSelector('.hook-urls');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More views');
    });

    it('shows an address as the app keeps it', async () => {
      const { host, page } = await openTunnel();
      const field = page.getByLabel('Tunnel server', { exact: true });
      await field.fill('https://Relay.example/');
      host.script.answers = {
        'choose-tunnel': { ok: true, value: null },
        'tunnel-settings': {
          ok: true,
          value: {
            ...sampleTunnelSettings,
            choice: { ...sampleTunnelSettings.choice, tunnelHost: 'https://relay.example' },
          },
        },
      };
      await page.click('.tunnel-save .button-main');
      await expect.poll(() => field.inputValue()).toBe('https://relay.example');
    });

    it('asks for an address only where one is needed', async () => {
      const { host, page } = await openTunnel();
      await page.getByLabel('Tunnel server', { exact: true }).fill('');
      await page.getByLabel('Not at all').check();
      expect(await page.locator('input[type="url"]').count()).toBe(0);
      await page.click('.tunnel-save .button-main');
      await expect
        .poll(() => host.askedFor('choose-tunnel'))
        .toEqual([{ tunnel: 'off', tunnelHost: 'https://localtunnel.me', publicUrl: null }]);
    });

    it.each(['', 'hooks.example.com', 'ftp://hooks.example.com'])('does not send “%s” as an address', async (text) => {
      const { host, page } = await openTunnel();
      await page.getByLabel('At an address of your own').check();
      await page.getByLabel('Public address').fill(text);
      await page.click('.tunnel-save .button-main');
      expect(await page.locator('input[type="url"]:invalid').count()).toBe(1);
      expect(host.askedFor('choose-tunnel')).toEqual([]);
    });

    it('shows beside the field what the app finds wrong, until it is changed', async () => {
      const message = 'This address leads to this computer alone.';
      const { page } = await openTunnel({ answers: { 'choose-tunnel': refusal(message) } });
      const field = page.getByLabel('Tunnel server', { exact: true });
      await field.fill('https://localhost');
      await page.click('.tunnel-save .button-main');
      await page.waitForSelector('.field-failure');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(
        await field.evaluate(
          (element) =>
            document.getElementById(element.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent,
        ),
      ).toBe(message);
      await field.fill('https://relay.example');
      expect(await page.locator('.field-failure').count()).toBe(0);
    });

    it.each([false, true])('shows what to point a reverse proxy at, to copy; fixed: %s', async (isFixed) => {
      const choice = { ...sampleTunnelSettings.choice, tunnel: 'url', publicUrl: 'https://hooks.example.com' } as const;
      const { page } = await openTunnel({ tunnelSettings: { ...sampleTunnelSettings, choice, isFixed } });
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const field = page.getByRole('textbox', { name: 'Address on this computer' });
      expect(await field.inputValue()).toBe('http://127.0.0.1:8765');
      await page.getByRole('button', { name: 'Copy the address on this computer' }).click();
      await page.waitForSelector('.copy:has-text("Copied")');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('http://127.0.0.1:8765');
    });

    it('shows the address on this computer only where something has to lead there', async () => {
      const { page } = await openTunnel();
      const field = page.getByRole('textbox', { name: 'Address on this computer' });
      expect(await field.count()).toBe(0);
      await page.getByLabel('At an address of your own').check();
      await field.waitFor();
    });

    it('says that the choice is fixed for this run, and lets nobody change it', async () => {
      const { page } = await openTunnel({
        tunnelSettings: { ...sampleTunnelSettings, isFixed: true },
      });
      await page.waitForSelector('text=decides this for the present run');
      expect(await page.getByLabel('Not at all').isDisabled()).toBe(true);
      expect(await page.locator('.tunnel-save').count()).toBe(0);
    });

    it('shows what a test finds, and what the app pushes meanwhile', async () => {
      const { host, page } = await openTunnel();
      await expect.poll(() => host.streams()).toBe(1);
      host.script.overview = {
        ...sampleOverview,
        reachability: {
          ...sampleOverview.reachability,
          state: 'offline',
          sentence: 'Not reachable',
          cause: 'relay-hung',
        },
      };
      await page.click('.reachability-line .button');
      await page.waitForSelector('.reachability-line:has-text("Not reachable")');
      await page.waitForSelector('text=Cause: relay-hung');
      host.push({ event: 'overview', overview: { ...sampleOverview, unread: 4 } });
      await page.waitForSelector('.reachability-line:has-text("Reachable · proven 20 s ago")');
    });

    it('says what others can see on the way that is chosen', async () => {
      const { page } = await openTunnel();
      await page.waitForSelector('text=Whoever runs the tunnel server can read the hooks');
      await page.getByLabel('Not at all').check();
      await page.waitForSelector('text=Nothing of yours passes through anybody else');
    });

    it('asks for a team’s server and credentials, which it forgets once they are sent', async () => {
      const { host, page } = await openTunnel();
      await page.getByRole('radio', { name: 'By your team’s server' }).check();
      expect(host.askedFor('choose-hook-source')).toEqual([]);
      await page.getByRole('textbox', { name: 'Address of the server' }).fill('tls://hooks.example.com:4222');
      await page.getByRole('textbox', { name: 'Credentials' }).fill(' SUSEED \n');
      await page.getByRole('button', { name: 'Use this server' }).click();
      await expect.poll(() => page.getByRole('textbox', { name: 'Credentials' }).inputValue()).toBe('');
      expect(host.askedFor('choose-team')).toEqual([
        { servers: 'tls://hooks.example.com:4222', credentials: 'SUSEED' },
      ]);
    });

    it('says why a team’s server is not used, at its address', async () => {
      const message = 'The address has to begin with tls:// or nats://.';
      const { page } = await openTunnel({
        answers: { 'choose-team': { ok: false, failure: { code: 'settings-invalid', message } } },
      });
      await page.getByRole('radio', { name: 'By your team’s server' }).check();
      const server = page.getByRole('textbox', { name: 'Address of the server' });
      await server.fill('hooks.example.com');
      await page.getByRole('button', { name: 'Use this server' }).click();
      await page.waitForSelector(`text=${message}`);
      expect(await server.getAttribute('aria-invalid')).toBe('true');
    });
  });
});
