// All of the app that needs a NATS client, so that it is one piece, loaded by load-nats.ts only where a team's stream is used.
export { createTeamUser, readTeamCredentials } from './credentials.ts';
export { openPublication } from './publication.ts';
export { setUpStream } from './stream-set-up.ts';
export { openSubscription } from './subscription.ts';
