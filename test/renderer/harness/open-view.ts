import type { Page } from 'playwright-core';

/** Opens one of the views of the menu and waits for what it shows. */
export const openView = async (page: Page, words: string): Promise<void> => {
  await page.click('[aria-label="More views"]');
  await page.click(`.menu-item:has-text("${words}")`);
  await page.waitForSelector(
    '.checks-actions, .tunnel-options, .requests-head, .keys, .settings .setting, .account-view .label, .account-words-long, .welcome-title',
  );
};
