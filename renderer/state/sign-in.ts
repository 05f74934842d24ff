import type { Account, RequestPayload, SignInSettings } from '../../electron/contract/index.ts';

/**
 * Whether the user has to sign in before changes can be read. A sign-in that is kept, or that comes from the environment,
 * and is only not yet confirmed by Redbooth asks nothing of the user.
 */
export const needsSignIn = ({ state, canSignOut, isFromEnvironment }: Account): boolean => {
  if (isFromEnvironment || state === 'signed-in') return false;
  return state === 'expired' || !canSignOut;
};

/** Whether the user’s application is kept whole, so that only signing in itself is left. */
export const isApplicationKept = ({ applicationId, isSecretKept }: SignInSettings): boolean =>
  applicationId !== null && isSecretKept;

/** Whether the kept secret belongs to the application `id`, so that it need not be pasted again. */
export const isSecretKeptFor = (settings: SignInSettings, id: string): boolean =>
  isApplicationKept(settings) && id.trim() === settings.applicationId;

/** The application as typed or pasted: without spaces around, and without a secret where none was typed. */
export const applicationOf = (id: string, secret: string): RequestPayload<'save-application'> => ({
  id: id.trim(),
  secret: secret.trim() === '' ? null : secret.trim(),
});
