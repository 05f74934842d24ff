import * as v from 'valibot';

/** How long changes are kept. */
export const historySettingsSchema = v.object({
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
  /** The newest so many, also within those days. */
  changes: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(1_000_000)),
});
export type HistorySettings = v.InferOutput<typeof historySettingsSchema>;

/** What is to be set; the rest stays as it is. */
export const changeHistorySettingsSchema = v.partial(historySettingsSchema);
