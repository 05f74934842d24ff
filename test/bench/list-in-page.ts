import type { Page } from 'playwright-core';
import type { Found } from './long-history.ts';

/** Types the last letter of what is searched for; how long it takes from the key until what is found is painted, in ms. */
export const typeLetter = async (page: Page, found: Found): Promise<number> => {
  const painted = await page.evaluateHandle(({ newest, total }) => {
    const isThere = (): boolean => {
      if (newest === null)
        return document.querySelector('.entry') === null && document.querySelector('.empty') !== null;
      const first = document.querySelector('.entry[aria-posinset="1"]');
      return first?.getAttribute('aria-setsize') === String(total) && first.querySelector(`#change-${newest}`) !== null;
    };
    // An object, as a promise itself would be waited for here.
    return {
      time: new Promise<number>((resolve) => {
        let begun = 0;
        const observer = new MutationObserver(() => look());
        const look = (): void => {
          if (begun === 0 || !isThere()) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            // The first task after a frame: it has been painted.
            port1.addEventListener('message', () => resolve(performance.now() - begun), { once: true });
            port1.start();
            port2.postMessage(null);
          });
        };
        const keyed = (event: KeyboardEvent): void => {
          begun = event.timeStamp;
          // What is found may be what was found before.
          requestAnimationFrame(look);
        };
        addEventListener('keydown', keyed, { once: true, capture: true });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    };
  }, found);
  await page.keyboard.type(found.text.slice(-1));
  const time = await page.evaluate((watched) => watched.time, painted);
  await painted.dispose();
  return time;
};

/** Empties the field of the search, which has the focus. */
export const emptyField = async (page: Page, all: Found): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.waitForFunction(
    ({ newest, total }) =>
      document.querySelector(`.entry[aria-setsize="${total}"][aria-posinset="1"] #change-${newest}`) !== null,
    all,
  );
};

/** What it was to scroll: times in ms. A long task is one of more than 50 ms, as browsers have it. */
export type Scrolled = {
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
  /** The most elements that the page had. */
  readonly mostElements: number;
};

/** Scrolls by `step` px a frame until the row at place `last` is in sight. */
export const scrollDown = (page: Page, last: number, step: number): Promise<Scrolled> =>
  page.evaluate(
    async ([last, step]) => {
      const longTasks: number[] = [];
      const observer = new PerformanceObserver((list) =>
        longTasks.push(...list.getEntries().map(({ duration }) => duration)),
      );
      observer.observe({ type: 'longtask' });
      const frames: number[] = [];
      let mostElements = 0;
      let before = performance.now();
      while (document.querySelector(`.entry[aria-posinset="${last}"]`) === null) {
        window.scrollBy(0, step);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        frames.push(now - before);
        before = now;
        if (frames.length % 50 === 0) mostElements = Math.max(mostElements, document.getElementsByTagName('*').length);
      }
      longTasks.push(...observer.takeRecords().map(({ duration }) => duration));
      observer.disconnect();
      return { frames, longTasks, mostElements };
    },
    [last, step] as const,
  );
