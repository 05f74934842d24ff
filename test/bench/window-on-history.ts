import { chromium } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../e2e/browser/chromium.ts';
import { type Benchmark, type Measured, percentile } from './figure.ts';
import { headlessEntry, startPlain } from './hosts.ts';
import { emptyField, scrollDown, typeLetter } from './list-in-page.ts';
import { createLongHistory } from './long-history.ts';

const changes = 100_000;
const scrollStep = 1_500;

type History = Awaited<ReturnType<typeof createLongHistory>>;

/** The page of a headless host in a real browser: searching as one types, and scrolling through all. */
const inBrowser = async ({ flags, environment, texts, all }: History): Promise<readonly Measured[]> => {
  const executablePath = chromiumPath();
  if (executablePath === null) return [{ name: 'searching and scrolling', leftOut: 'there is no Chromium here' }];
  const host = startPlain(process.execPath, [headlessEntry, ...flags, '--ui-port', '0'], environment);
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
    await page.goto(String((await host.line('ready'))['uiUrl']));
    await page.waitForSelector(`.entry #change-${all.newest}`);
    await page.keyboard.press('/');
    const keys: number[] = [];
    for (const letters of texts) {
      for (const found of letters) keys.push(await typeLetter(page, found));
      await emptyField(page, all);
    }
    await page.keyboard.press('Escape');
    const { frames, longTasks, mostElements } = await scrollDown(page, all.total, scrollStep);
    return [
      { name: 'key to rows, p50', value: percentile(keys, 0.5), unit: 'ms' },
      { name: 'key to rows, p95', value: percentile(keys, 0.95), unit: 'ms', goal: { atMost: 50 }, isTimed: true },
      { name: 'key to rows, longest', value: Math.max(...keys), unit: 'ms' },
      {
        name: 'tasks over 50 ms while scrolling through all',
        value: longTasks.length,
        unit: '',
        goal: { atMost: 0 },
        isTimed: true,
      },
      { name: 'the longest of them', value: Math.max(0, ...longTasks), unit: 'ms' },
      { name: 'frame while scrolling through all, p99', value: percentile(frames, 0.99), unit: 'ms' },
      { name: 'elements on the page, most', value: mostElements, unit: '' },
    ];
  } finally {
    await browser.close();
    await host.stop();
  }
};

/** The window on a history of 100,000 changes, with the real core behind it. */
export const windowOnHistory: Benchmark = {
  name: 'window on 100,000 changes',
  run: async () => {
    const history = await createLongHistory(changes);
    try {
      return [...(await inBrowser(history))];
    } finally {
      await history.dispose();
    }
  },
};
