import type { App, Session } from 'electron';
import { denyCredentials } from './deny-credentials.ts';
import { denyNetwork } from './deny-network.ts';
import { denyPermissions } from './deny-permissions.ts';
import { denyWebviews } from './deny-webviews.ts';
import { denyWindows } from './deny-windows.ts';
import { keepNavigation } from './keep-navigation.ts';

/** Installs what holds for every page of the app, also one nobody thought of. There is no way to lift it while the app runs. */
export const installContentsRules = (app: App): void => {
  denyCredentials(app);
  app.on('web-contents-created', (_event, contents) => {
    denyWindows(contents);
    keepNavigation(contents);
    denyWebviews(contents);
  });
};

/** Installs what holds for sessions: no permissions in any, and no network in the page’s. */
export const installSessionRules = (sessions: {
  readonly page: Session;
  readonly others: readonly Session[];
}): void => {
  for (const session of [sessions.page, ...sessions.others]) {
    denyPermissions(session);
    // Dictionaries would be fetched from a server nobody chose.
    session.setSpellCheckerEnabled(false);
  }
  denyNetwork(sessions.page.webRequest);
};
