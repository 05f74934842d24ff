import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { startHost } from '../headless/host.ts';
import { createWorld, postHook } from '../headless/world.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';

const executablePath = chromiumPath();
if (executablePath === null) console.log('skipped: no Chromium here (CHROMIUM names one)');

describe.skipIf(executablePath === null)('the first run of the headless host', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());

  const start = async (dataDirectory: string, environment: Readonly<Record<string, string>> = {}) => {
    const { flags, environment: signedIn } = await createWorld();
    const host = startHost(
      [...flags.filter((flag) => flag !== '--no-ui'), '--ui-port', '0', '--tunnel', 'off', '--data-dir', dataDirectory],
      environment['signed-in'] === 'yes' ? signedIn : {},
    );
    const { uiUrl, localUrl } = await host.line('ready');
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page: Page = await context.newPage();
    await page.goto(String(uiUrl));
    await page.waitForSelector('.welcome-title, .empty .button');
    return { host, page, localUrl: String(localUrl) };
  };
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

  test('welcomes; the light turns green with the first hook; once finished it is never shown again', async () => {
    const dataDirectory = temporaryDirectory();
    const { host, page, localUrl } = await start(dataDirectory);
    await press(page, 'Set it up');
    await press(page, 'Skip this step');
    await page.getByText('Waiting for the first hook…').waitFor();
    expect(await postHook(localUrl, '7')).toBe(200);
    await page.locator('.light-good').getByText('First hook received').waitFor();
    await press(page, 'Continue');
    await press(page, 'Finish');
    await page.waitForSelector('.empty .button');
    await host.stop('SIGTERM');

    const again = await start(dataDirectory);
    await again.page.waitForSelector('.empty .button');
    expect(await again.page.locator('.welcome').count()).toBe(0);
  });

  test('does not welcome where the environment has signed the app in', async () => {
    const { page } = await start(temporaryDirectory(), { 'signed-in': 'yes' });
    expect(await page.locator('.welcome').count()).toBe(0);
  });

  test('gives a command that starts a demo beside it', async () => {
    const { page } = await start(temporaryDirectory());
    await press(page, 'See it with a pretend Redbooth');
    const command = await page.getByLabel('Command that starts the demo').inputValue();
    const [program, ...args] = command.split(' ');
    expect(program).toBe('node');
    const demo = spawn(process.execPath, args, { env: { PATH: process.env['PATH'] } });
    onTestFinished(() => void demo.kill('SIGKILL'));
    const lines = createInterface({ input: demo.stdout });
    const said = await new Promise<string>((resolve) => {
      lines.on('line', (line) => {
        if (line.includes('open http')) resolve(line);
      });
    });
    const [link = ''] = /http\S+/.exec(said) ?? [];
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const demoPage = await context.newPage();
    await demoPage.goto(link);
    await demoPage.locator('.badge').getByText('Demo').waitFor();
    expect(await demoPage.locator('.welcome').count()).toBe(0);
  });
});
