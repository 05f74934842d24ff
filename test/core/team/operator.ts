import { nkeys } from '@nats-io/transport-node';
import type { TeamRole } from '../../../electron/core/team/subjects.ts';
import { teamPermissions } from '../../../electron/core/team/subjects.ts';
import type { NatsUser } from './nats-server.ts';

type KeyPair = ReturnType<typeof nkeys.createUser>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT as `nsc` makes it (docs.nats.io: JWT authentication), signed by `issuer` for `subject`. */
const signJwt = (issuer: KeyPair, subject: KeyPair, name: string, claims: object): string => {
  const issuedAt = Math.floor(Date.now() / 1000);
  const body = { jti: name, iat: issuedAt, iss: issuer.getPublicKey(), name, sub: subject.getPublicKey() };
  const text = `${encode({ typ: 'JWT', alg: 'ed25519-nkey' })}.${encode({ ...body, nats: { ...claims, version: 2 } })}`;
  return `${text}.${Buffer.from(issuer.sign(Buffer.from(text))).toString('base64url')}`;
};

/** An operator with one account, whose users the server has never heard of: it knows them by the account’s signature. */
export const createOperator = () => {
  const operator = nkeys.createOperator();
  const account = nkeys.createAccount();
  // JetStream does not start without it.
  const system = nkeys.createAccount();
  const unlimited = { subs: -1, data: -1, payload: -1 };
  const ofAccount = { ...unlimited, conn: -1, leaf: -1, imports: -1, exports: -1, wildcards: true };
  const ofStreams = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 };
  const accounts = [
    [account, signJwt(operator, account, 'team', { type: 'account', limits: { ...ofAccount, ...ofStreams } })],
    [system, signJwt(operator, system, 'system', { type: 'account', limits: ofAccount })],
  ] as const;
  return {
    lines: [
      `operator: ${signJwt(operator, operator, 'operator', { type: 'operator' })}`,
      'resolver: MEMORY',
      `system_account: ${system.getPublicKey()}`,
      `resolver_preload: { ${accounts.map(([pair, jwt]) => `${pair.getPublicKey()}: ${jwt}`).join(', ')} }`,
    ],
    createUser: (role: TeamRole): NatsUser => {
      const pair = nkeys.createUser();
      const user = pair.getPublicKey();
      const { publish, subscribe } = teamPermissions(role, user);
      const claims = { type: 'user', ...unlimited, pub: { allow: publish }, sub: { allow: subscribe } };
      const jwt = signJwt(account, pair, role, claims);
      const seed = new TextDecoder().decode(pair.getSeed());
      const credentials = `-----BEGIN NATS USER JWT-----
${jwt}
------END NATS USER JWT------

-----BEGIN USER NKEY SEED-----
${seed}
------END USER NKEY SEED------
`;
      return { user, credentials, entry: '' };
    },
  };
};
