import { expect, it } from 'vitest';
import { createTeamUser, readTeamCredentials } from '../../../electron/core/team/credentials.ts';

const { seed, user } = createTeamUser();
const jwt = 'eyJhbGciOiJlZDI1NTE5LW5rZXkifQ.e30.c2lnbmF0dXJl';
const creds = `-----BEGIN NATS USER JWT-----
${jwt}
------END NATS USER JWT------

************************* IMPORTANT *************************
-----BEGIN USER NKEY SEED-----
${seed}
------END USER NKEY SEED------
`;

it.each([
  ['a seed', seed],
  ['a seed with a comment', `# Ada’s laptop\n\n${seed}\n`],
  ['a seed with line ends of Windows', `# Ada\r\n${seed}\r\n`],
  ['a .creds file', creds],
  ['a .creds file with line ends of Windows', creds.replaceAll('\n', '\r\n')],
])('%s names its user, and signs what the server asks', (_what, text) => {
  const read = readTeamCredentials(text);
  expect(read).toMatchObject({ ok: true, value: { user } });
  const said = read.ok ? JSON.stringify(read.value.authenticator('nonce')) : '';
  expect(said).toContain('"sig":"');
  expect(said).not.toContain(seed);
  expect(said.includes(jwt)).toBe(text.includes(jwt));
});

it.each([
  ['a seed with a wrong letter', `${seed.slice(0, 20)}${seed[20] === 'A' ? 'B' : 'A'}${seed.slice(21)}`],
  ['two seeds', `${seed}\n${seed}`],
  ['a public key', user],
  ['a JWT alone', creds.slice(0, creds.indexOf('****'))],
])('%s is not taken', (_what, text) => {
  expect(readTeamCredentials(text)).toMatchObject({ ok: false, failure: { code: 'team-credentials-unusable' } });
});
