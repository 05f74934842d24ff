import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { chromiumArguments, chromiumPath } from '../../e2e/browser/chromium.ts';
import { type PageHost, type PageHostScript, startPageHost } from './page-host.ts';
import { sampleNow, sampleOverview, sampleRows } from './sample.ts';

export const narrow = { width: 360, height: 640 };
export const wide = { width: 1100, height: 720 };

type Look = { viewport?: typeof wide; colorScheme?: 'light' | 'dark'; path?: string };

/** A real browser with the built page in it, at a fixed time; what `open` opens is closed after the test. */
export type PageBrowser = {
  open(script?: Partial<PageHostScript>, look?: Look): Promise<{ host: PageHost; page: Page; broken: string[] }>;
  dispose(): Promise<void>;
};

export const startPageBrowser = async (): Promise<PageBrowser> => {
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumArguments] });
  return {
    open: async (script = {}, { viewport = wide, colorScheme = 'light', path = '' } = {}) => {
      const host = await startPageHost({ overview: sampleOverview, rows: sampleRows, isSignedIn: true, ...script });
      onTestFinished(() => host.dispose());
      const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', timezoneId: 'UTC' });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy|TrustedHTML/.test(message.text())) broken.push(message.text());
      });
      await page.clock.setFixedTime(sampleNow);
      await page.goto(host.address + path);
      await page.waitForSelector('.change, .empty .button, .welcome-title');
      return { host, page, broken };
    },
    dispose: () => browser.close(),
  };
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe reads the page from outside its rules of content security: the driver injects it. */
export const axeViolations = async (page: Page, isCovered: boolean): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: ${!isCovered} } } }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
  );
};
