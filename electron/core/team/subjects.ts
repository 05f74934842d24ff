/** The stream that holds a team's hooks, and the one subject that it takes. */
export const teamStream = 'REDBOOTH_HOOKS';
export const teamSubject = 'redbooth.hooks';

/** Where the answers for one user arrive: nobody else may listen there. */
export const inboxPrefix = (user: string): string => `_INBOX_${user}`;

/** Where the servers tell that another of them leads the consumer of this user from now on (docs.nats.io: JetStream advisories). */
export const leaderSubject = (user: string): string =>
  `$JS.EVENT.ADVISORY.CONSUMER.LEADER_ELECTED.${teamStream}.${user}`;

/** What a user does with the stream. */
export const teamRoles = ['receiver', 'member', 'administrator'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** What a server has to allow a user, and all that it should (docs.nats.io: authorization, JetStream wire API). */
export type TeamPermissions = { readonly publish: readonly string[]; readonly subscribe: readonly string[] };

/**
 * The permissions of a role for one user. A member's consumer bears the name of its user, as a server's permissions go by
 * whole words: so nobody can read, acknowledge or delete in another's place.
 */
export const teamPermissions = (role: TeamRole, user: string): TeamPermissions => {
  const subscribe = [`${inboxPrefix(user)}.>`];
  switch (role) {
    case 'receiver':
      return { publish: [teamSubject], subscribe };
    case 'member':
      return {
        publish: [
          `$JS.API.CONSUMER.INFO.${teamStream}.${user}`,
          `$JS.API.CONSUMER.CREATE.${teamStream}.${user}.${teamSubject}`,
          `$JS.API.CONSUMER.MSG.NEXT.${teamStream}.${user}`,
          `$JS.ACK.${teamStream}.${user}.>`,
        ],
        subscribe: [...subscribe, leaderSubject(user)],
      };
    case 'administrator':
      return {
        publish: ['INFO', 'CREATE', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.${teamStream}`),
        subscribe,
      };
  }
};
