// Scrolls through a list of 100,000 changes in Chromium and says what that costs: node test/renderer/harness/long-list.ts
import { chromium } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../../e2e/browser/chromium.ts';
import { startPageHost } from './page-host.ts';
import { manyRows, sampleNow, sampleOverview } from './sample.ts';

const count = Number(process.argv[2] ?? 100_000);
const host = await startPageHost({ overview: sampleOverview, rows: manyRows(count), isSignedIn: true });
const browser = await chromium.launch({
  executablePath: chromiumPath() ?? '',
  args: [...chromiumArguments, '--enable-precise-memory-info'],
});
const context = await browser.newContext({ viewport: { width: 400, height: 640 }, locale: 'en-GB', timezoneId: 'UTC' });
const page = await context.newPage();
await page.clock.setFixedTime(sampleNow);
await page.goto(host.address);
await page.waitForSelector('.change');

const session = await context.newCDPSession(page);
const heap = async (): Promise<string> => {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return `${(usedSize / 1_048_576).toFixed(1)} MB`;
};
console.log(`heap at the start: ${await heap()}`);

await page.evaluate(() => {
  const tasks: number[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  Object.assign(window, { tasks });
});
/** Scrolls by `step` px a frame until `isThere`; returns how long the frames took and the most elements there were. */
const scroll = (step: number, isDown: boolean) =>
  page.evaluate(
    async ([step, isDown, count]) => {
      const frames: number[] = [];
      let most = 0;
      let before = performance.now();
      const isThere = (): boolean =>
        isDown
          ? Number([...document.querySelectorAll('.entry')].at(-1)?.getAttribute('aria-posinset')) >= count
          : window.scrollY === 0;
      while (!isThere()) {
        window.scrollBy(0, isDown ? step : -step);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        frames.push(now - before);
        before = now;
        if (frames.length % 50 === 0) most = Math.max(most, document.querySelectorAll('*').length);
      }
      frames.sort((a, b) => a - b);
      const tasks: number[] = Reflect.get(window, 'tasks').splice(0);
      return {
        frames: frames.length,
        median: frames[Math.floor(frames.length / 2)]?.toFixed(1),
        p99: frames[Math.floor(frames.length * 0.99)]?.toFixed(1),
        longest: frames.at(-1)?.toFixed(1),
        longTasks: tasks.map((task) => Math.round(task)),
        mostElements: most,
      };
    },
    [step, isDown, count] as const,
  );
console.log('down', await scroll(1_500, true), await heap());
console.log('up', await scroll(20_000, false), await heap());
await browser.close();
await host.dispose();
