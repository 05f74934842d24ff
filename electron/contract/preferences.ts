import * as v from 'valibot';
import { languageChoiceSchema } from './language.ts';
import { quietHoursSchema, ruleTableSchema } from './rules.ts';

/** How much of a change a notification shows: all, or only that there is one. */
export const notificationContentSchema = v.picklist(['full', 'private']);

/** Short sounds that the app brings along. */
export const ownSounds = ['chime', 'knock', 'drop'] as const;
export const ownSoundSchema = v.picklist(ownSounds);
export type OwnSound = v.InferOutput<typeof ownSoundSchema>;

/** `system`: the sound that the system plays by itself; it also stands in for one of the app’s own where those cannot be played. */
export const notificationSoundSchema = v.picklist(['system', 'none', ...ownSounds]);
export const themeSchema = v.picklist(['system', 'light', 'dark']);

/** What the user may set about how they are told, and how the window looks. */
export const preferencesSchema = v.object({
  rules: ruleTableSchema,
  /** Ids of the projects of the rules' scope `chosen`. */
  chosenProjects: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,19}$/))), v.maxLength(500)),
  quietHours: v.pipe(v.array(quietHoursSchema), v.maxLength(20)),
  notificationContent: notificationContentSchema,
  notificationSound: notificationSoundSchema,
  /** The hour of day at which due tasks are told; null for never. */
  dueReminderHour: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
  theme: themeSchema,
  language: languageChoiceSchema,
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

/** What is to be set; the rest stays as it is. */
export const preferenceChangeSchema = v.partial(preferencesSchema);
export type PreferenceChange = v.InferOutput<typeof preferenceChangeSchema>;
