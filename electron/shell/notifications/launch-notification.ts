import * as v from 'valibot';

const launchSchema = v.object({ identifier: v.pipe(v.string(), v.maxLength(100)) });

/** The id of the notification whose click started the app, in what macOS hands over when it is ready; null for another start. */
export const notificationAtLaunch = (launchInfo: unknown): string | null => {
  const read = v.safeParse(launchSchema, launchInfo);
  return read.success ? read.output.identifier : null;
};
