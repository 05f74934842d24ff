import { type TeamRole, teamPermissions } from './subjects.ts';

const list = (subjects: readonly string[]): string =>
  `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;

/** A user as it goes into the list `authorization.users` of a server's configuration (docs.nats.io: NKeys, Authorization). */
export const serverUser = (role: TeamRole, user: string): string => {
  const { publish, subscribe } = teamPermissions(role, user);
  return `{ nkey: ${user}, permissions: { publish: ${list(publish)}, subscribe: ${list(subscribe)} } }`;
};
