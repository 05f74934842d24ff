/** The system’s code of an error (`ENOENT`, `EACCES`); null for an error that has none. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
