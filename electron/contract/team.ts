import * as v from 'valibot';

/** What a person has to say about the team's stream. `credentials`: the text of a file, or null to leave those there are. */
export const teamChoiceSchema = v.object({
  servers: v.pipe(v.string(), v.trim(), v.maxLength(2_000)),
  credentials: v.nullable(v.pipe(v.string(), v.maxLength(16_384))),
});
export type TeamChoice = v.InferOutput<typeof teamChoiceSchema>;

/** What is known of the team's stream. Credentials themselves are never told. `isFixed`: a flag or a settings file decides. */
export const teamSettingsSchema = v.object({
  servers: v.string(),
  hasCredentials: v.boolean(),
  isFixed: v.boolean(),
});
export type TeamSettings = v.InferOutput<typeof teamSettingsSchema>;
