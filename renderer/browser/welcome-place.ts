import { forget, remember, remembered } from './page-memory.ts';

const key = 'welcome-step';

/** The step at which the welcome was left; null where none is remembered. */
export const rememberedWelcomeStep = (): string | null => remembered(key);

export const rememberWelcomeStep = (step: string): void => {
  remember(key, step);
};

export const forgetWelcomeStep = (): void => {
  forget(key);
};
