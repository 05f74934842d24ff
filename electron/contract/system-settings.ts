import * as v from 'valibot';

/** Which icon the tray gets where no system says what colour its panel has: `light` is for dark panels, `dark` for light ones. */
export const trayIconSchema = v.picklist(['auto', 'light', 'dark']);
export type TrayIconChoice = v.InferOutput<typeof trayIconSchema>;

/**
 * What the computer does for the app. `startsAtLogin` is read from the system each time; null where the app cannot be started
 * by it. `trayIcon` is null where there is nothing to choose: the system colours the icon, or there is no tray.
 * `playsSounds`: whether the sounds that the app brings along can be played.
 */
export const systemSettingsSchema = v.object({
  startsAtLogin: v.nullable(v.boolean()),
  trayIcon: v.nullable(trayIconSchema),
  playsSounds: v.boolean(),
});
export type SystemSettings = v.InferOutput<typeof systemSettingsSchema>;
