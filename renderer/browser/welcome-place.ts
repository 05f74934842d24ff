const key = 'welcome-step';

/** A browser that keeps nothing for pages says so by throwing. */
const attempt = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch {
    return null;
  }
};

/** The step at which the welcome was left; null where none is remembered. */
export const rememberedWelcomeStep = (): string | null => attempt(() => localStorage.getItem(key));

export const rememberWelcomeStep = (step: string): void => {
  attempt(() => localStorage.setItem(key, step));
};

export const forgetWelcomeStep = (): void => {
  attempt(() => localStorage.removeItem(key));
};
