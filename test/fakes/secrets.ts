import type { Secrets } from '../../electron/core/account/secrets.ts';

/** A whole document: somebody signed in by an application of their own. */
export const someSecrets = (part: Partial<Secrets> = {}): Secrets => ({
  format: 1,
  origin: 'https://redbooth.com',
  application: { id: 'client-id', secret: 'planted-client-secret' },
  grant: {
    accessToken: 'planted-access-token',
    refreshToken: 'planted-refresh-token',
    refreshAt: 1_000,
    expiresAt: 2_000,
    previousRefreshToken: null,
  },
  hasExpired: false,
  ...part,
});
