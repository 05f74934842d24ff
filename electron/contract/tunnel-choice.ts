import * as v from 'valibot';

export const tunnelKinds = ['localtunnel', 'url', 'off'] as const;
export const tunnelKindSchema = v.picklist(tunnelKinds);
export type TunnelKind = v.InferOutput<typeof tunnelKindSchema>;

/** How the listener gets public, as chosen in the settings. Addresses are checked by the app, which names what is wrong. */
export const tunnelChoiceSchema = v.object({
  tunnel: tunnelKindSchema,
  tunnelHost: v.pipe(v.string(), v.trim(), v.maxLength(2048)),
  publicUrl: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(2048))),
});
export type TunnelChoice = v.InferOutput<typeof tunnelChoiceSchema>;

/** The choice in force; `isFixed` when a flag or an overlay file decides it for this run. */
export type TunnelSettings = { readonly choice: TunnelChoice; readonly isFixed: boolean };

/** The same for the page. `localAddress` is where the listener is on this machine, for a reverse proxy: http://127.0.0.1:PORT. */
export const tunnelSettingsSchema = v.object({
  choice: tunnelChoiceSchema,
  isFixed: v.boolean(),
  localAddress: v.string(),
});
export type TunnelSettingsView = v.InferOutput<typeof tunnelSettingsSchema>;
