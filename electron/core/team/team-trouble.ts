import type { ErrorCode } from '../../contract/index.ts';

/** Stable codes for what is wrong between this app and the team's stream; docs/troubleshooting.md explains each. */
export type TeamTroubleCode = Extract<ErrorCode, `team-${string}`>;

/** Why there is no session with the stream. `isFinal`: only a person can help, so trying again is rare. */
export type TeamTrouble = { readonly code: TeamTroubleCode; readonly message: string; readonly isFinal: boolean };

const troubles: { readonly [Code in TeamTroubleCode]: { readonly message: string; readonly isFinal: boolean } } = {
  'team-unreachable': {
    message: 'The team’s server does not answer. Trying again on its own.',
    isFinal: false,
  },
  'team-not-trusted': {
    message:
      'The connection to the team’s server cannot be protected: its certificate is not one that this computer trusts, or it offers no TLS. Check the address, or name the team’s certificate with --nats-ca.',
    isFinal: true,
  },
  'team-refused': {
    message:
      'The team’s server does not accept these credentials, or no longer. Ask whoever runs it for new ones; nothing is read from it until then.',
    isFinal: true,
  },
  'team-not-permitted': {
    message:
      'The team’s server does not let these credentials do what is needed. Ask whoever runs it to compare the permissions with docs/team.md.',
    isFinal: true,
  },
  'team-stream-missing': {
    message:
      'There is no stream for hooks on the team’s server, or it does not take them. Whoever runs it has to set it up: --set-up-stream.',
    isFinal: false,
  },
  'team-credentials-unusable': {
    message:
      'The credentials for the team’s server cannot be used: they are neither a .creds file nor the seed of an nkey.',
    isFinal: true,
  },
  'team-credentials-shared': {
    message:
      'Another installation receives the team’s hooks with the same credentials just now, and each hook goes to one of the two only. Ask for credentials of its own for each computer.',
    isFinal: true,
  },
};

/** The trouble of this code, in words. */
export const teamTrouble = (code: TeamTroubleCode): TeamTrouble => ({ code, ...troubles[code] });
