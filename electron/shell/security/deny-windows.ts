import type { WebContents } from 'electron';

/** No page opens a window; links go through the app, which builds their addresses itself (Electron’s checklist, 14). */
export const denyWindows = (contents: Pick<WebContents, 'setWindowOpenHandler'>): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};
