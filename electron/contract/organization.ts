import * as v from 'valibot';

/**
 * An organisation whose administrators can make a web hook. `hooksPage` is where they do it; `message` is a ready text to
 * send to one, with the hook URL and the steps; null while there is no public hook URL.
 */
export const organizationSchema = v.object({
  id: v.string(),
  name: v.string(),
  hooksPage: v.string(),
  message: v.nullable(v.string()),
});

export type Organization = v.InferOutput<typeof organizationSchema>;
