import type { Session } from 'electron';

type PermissionHandlers = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Electron grants pages every permission unless told otherwise; the page needs none (Electron’s checklist, 5). */
export const denyPermissions = (session: PermissionHandlers): void => {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
};
