/** Whether `name` is a time zone that this machine knows (IANA, like `Europe/Berlin`). */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
