import packageJson from '../../package.json' with { type: 'json' };

/** The version of this build. */
export const version: string = packageJson.version;

/** How the app names itself to servers. */
export const userAgent = `RedboothNotifier/${version}`;
