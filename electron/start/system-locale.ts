/** The language that a terminal or service was set up for (POSIX: the first that is set decides). */
export const systemLocale = (environment: Readonly<Record<string, string | undefined>>): string =>
  [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (locale) => locale !== undefined && locale !== '',
  ) ?? 'en';
