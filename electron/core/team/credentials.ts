import { type Authenticator, jwtAuthenticator, nkeyAuthenticator, nkeys } from '@nats-io/transport-node';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

/** Who this installation is to the team's server. Neither kind ever sends a secret: both sign what the server asks. */
export type TeamCredentials = {
  /** The public key of the user: also the name of its consumer and of its inbox. */
  readonly user: string;
  readonly authenticator: Authenticator;
};

const mostCharacters = 16_384;
const userSeed = /^SU[A-Z2-7]{56}$/;
const block = /-{3,}BEGIN ([A-Z ]+)-{3,}\s+(\S+)\s+-{3,}END \1-{3,}/g;

/**
 * Reads the text of a credentials file: the seed of an nkey on a line by itself (lines that begin with # are comments), or a
 * `.creds` file with a JWT and its seed, as `nsc` writes it (docs.nats.io, User credentials).
 */
export const readTeamCredentials = (text: string): Result<TeamCredentials, TeamTrouble> => {
  const unusable = fail(teamTrouble('team-credentials-unusable'));
  if (text.length > mostCharacters) return unusable;
  const blocks = [...text.matchAll(block)].map(([, , content = '']) => content);
  const [jwt, signedSeed] = blocks;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const [only, another] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const seed = signedSeed ?? (another === undefined ? only : undefined);
  if (seed === undefined || !userSeed.test(seed)) return unusable;
  const bytes = new TextEncoder().encode(seed);
  try {
    const user = nkeys.fromSeed(bytes).getPublicKey();
    return succeed({
      user,
      authenticator:
        jwt !== undefined && signedSeed !== undefined ? jwtAuthenticator(jwt, bytes) : nkeyAuthenticator(bytes),
    });
  } catch {
    // Its checksum is not right.
    return unusable;
  }
};

/** A new user: the secret seed, and the public key by which a server knows it. */
export const createTeamUser = (): { readonly seed: string; readonly user: string } => {
  const pair = nkeys.createUser();
  return { seed: new TextDecoder().decode(pair.getSeed()), user: pair.getPublicKey() };
};
