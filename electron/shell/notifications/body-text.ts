/**
 * A plain text as the system’s notification takes it. The daemons of Linux read the body as markup (Desktop Notifications
 * Specification, “Markup”) and Electron hands it to them as it is; the title, and the other systems, take plain text.
 */
export const bodyText = (plain: string, platform: NodeJS.Platform): string =>
  platform === 'linux' ? plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : plain;
