/** The event by which contents say that they are about to embed a guest. */
export type WebviewEvents = {
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
};

/** No guests in the page, whatever options they come with (Electron’s checklist, 11 and 12). */
export const denyWebviews = (contents: WebviewEvents): void => {
  contents.on('will-attach-webview', (event) => event.preventDefault());
};
