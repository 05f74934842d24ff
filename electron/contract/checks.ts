import * as v from 'valibot';

/** What the app can check of itself and of what it stands on, in the order in which it is shown. The names are stable. */
export const checkNames = [
  'internet',
  'relay',
  'listener',
  'public-nonce',
  'account',
  'rate',
  'keyring',
  'notifications',
  'tray',
  'database',
  'disk',
  'clock',
] as const;
export const checkNameSchema = v.picklist(checkNames);
export type CheckName = v.InferOutput<typeof checkNameSchema>;

/** `attention`: it works, or will, but a person should look. `not-applicable`: there is nothing to check here, or not from here. */
export const verdicts = ['ok', 'attention', 'broken', 'not-applicable'] as const;
export const verdictSchema = v.picklist(verdicts);
export type Verdict = v.InferOutput<typeof verdictSchema>;

export const overallVerdicts = ['ok', 'attention', 'broken'] as const;
export const overallVerdictSchema = v.picklist(overallVerdicts);
export type OverallVerdict = v.InferOutput<typeof overallVerdictSchema>;

/**
 * What came of one check, in the language that was asked for: `title` and `state` name it and its verdict, `sentence` says how it is, `advice` what to do about it (null when there is nothing to do), and
 * `subject` what was looked at: an address without its secrets, a folder, a person. No copy for others holds the subject.
 */
export const checkSchema = v.object({
  name: checkNameSchema,
  title: v.string(),
  verdict: verdictSchema,
  state: v.string(),
  sentence: v.string(),
  advice: v.nullable(v.string()),
  subject: v.nullable(v.string()),
});
export type Check = v.InferOutput<typeof checkSchema>;

/** All twelve, in the order of `checkNames`; `at` is when they were begun, in ms since 1970. */
export const checkReportSchema = v.object({
  verdict: overallVerdictSchema,
  /** The overall verdict in words. */
  sentence: v.string(),
  at: v.number(),
  checks: v.array(checkSchema),
});
export type CheckReport = v.InferOutput<typeof checkReportSchema>;
