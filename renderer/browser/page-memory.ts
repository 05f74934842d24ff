/** A browser that keeps nothing for pages says so by throwing. */
const attempt = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch {
    return null;
  }
};

/** What this window or browser keeps for the page under a key; null where it keeps nothing. */
export const remembered = (key: string): string | null => attempt(() => localStorage.getItem(key));

export const remember = (key: string, text: string): void => {
  attempt(() => localStorage.setItem(key, text));
};

export const forget = (key: string): void => {
  attempt(() => localStorage.removeItem(key));
};
