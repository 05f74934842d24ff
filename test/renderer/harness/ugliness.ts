import type { Page } from 'playwright-core';

/** What no state may show: more than the window is wide, and words that do not fit their button. */
export const ugliness = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    const wide = [...document.querySelectorAll('.dialog, .popover, .detail')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map(({ className }) => `${className} is wider than its place`);
    const cut = [...document.querySelectorAll('.button, .chip:not(select), .pill, .menu-item')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `“${element.textContent}” is cut off`);
    return [...(over > 0 ? [`the page is ${over} px too wide`] : []), ...wide, ...cut];
  });
