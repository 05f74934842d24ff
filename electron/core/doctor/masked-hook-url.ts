/** A hook URL as it may be shown to anybody: whoever has its path can send hooks. */
export const maskedHookUrl = (base: string): string => `${base}/••••••`;
