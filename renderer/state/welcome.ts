import type { Overview } from '../../electron/contract/index.ts';
import { needsSignIn } from './sign-in.ts';

/** The steps of the welcome, in their order. */
export const welcomeSteps = ['introduction', 'account', 'hooks', 'notification'] as const;
export type WelcomeStep = (typeof welcomeSteps)[number];

const isStep = (text: string | null): text is WelcomeStep => welcomeSteps.some((step) => step === text);

/** When a hook came last, by whatever hook URL; null before the first. */
export const lastArrival = ({ hookUrls }: Pick<Overview, 'hookUrls'>): number | null =>
  hookUrls.reduce<number | null>(
    (latest, { lastArrivalAt }) => (lastArrivalAt === null ? latest : Math.max(latest ?? 0, lastArrivalAt)),
    null,
  );

/** Whether changes come in by what is set up so far, be it signed in or not. */
export const isConnected = (overview: Pick<Overview, 'hookUrls' | 'hookSource' | 'reachability'>): boolean =>
  overview.hookSource === 'polling' ||
  (overview.hookSource === 'team' && overview.reachability.state === 'online') ||
  lastArrival(overview) !== null;

/**
 * Where the welcome begins: at the step where it was left, as far as that is remembered; else at the first one that is not done
 * already.
 */
export const stepToBegin = (
  overview: Pick<Overview, 'account' | 'hookUrls' | 'hookSource' | 'reachability'>,
  remembered: string | null,
): WelcomeStep => {
  if (isStep(remembered)) return remembered;
  if (needsSignIn(overview.account)) return 'introduction';
  return isConnected(overview) ? 'notification' : 'hooks';
};

/** The step `by` steps on from this one; null beyond either end. */
export const stepFrom = (step: WelcomeStep, by: 1 | -1): WelcomeStep | null =>
  welcomeSteps[welcomeSteps.indexOf(step) + by] ?? null;
