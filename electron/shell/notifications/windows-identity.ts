import { appId, toastActivatorId } from '../app-identity.ts';

/**
 * Tells Windows who shows the toasts. To be called before the first of them: without it they carry no name, and their clicks
 * get lost once the app has been started anew.
 */
export const identifyToWindows = (
  app: { setAppUserModelId(id: string): void; setToastActivatorCLSID(id: string): void },
  platform: NodeJS.Platform,
): void => {
  if (platform !== 'win32') return;
  app.setAppUserModelId(appId);
  app.setToastActivatorCLSID(toastActivatorId);
};
