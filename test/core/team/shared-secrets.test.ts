import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { adoptSharedSecrets, readSharedSecrets } from '../../../electron/core/team/shared-secrets.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';

const secret = (): string => randomBytes(32).toString('base64url');
const [one, two, three] = [secret(), secret(), secret()];

it('a file of secrets is one a line, with comments', () => {
  expect(readSharedSecrets(`# in force\n${one}\n\n# until May\n${two}\n`)).toEqual({ ok: true, value: [one, two] });
});

it.each(['', '# nothing', 'short', `${one} ${two}`, `${one}=`, Array.from({ length: 9 }, secret).join('\n')])(
  'what is none is refused, and not repeated: %.20s',
  (text) => {
    const read = readSharedSecrets(text);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain(one);
  },
);

it('a receiver answers to the secrets it was given, and to no others', () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const open = () => createHookUrls({ database, clock, onChanged: () => undefined });
  const own = open().add('My organisation');
  if (!own.ok) throw new Error(own.failure.message);
  const matches = (): readonly boolean[] =>
    [own.value.secret, one, two, three].map((each) => open().match(each) !== null);

  adoptSharedSecrets(database, [one, two], clock.now());
  expect(matches()).toEqual([false, true, true, false]);
  expect(open().list()[0]?.secret).toBe(one);
  adoptSharedSecrets(database, [three, one], clock.now());
  expect(matches()).toEqual([false, true, false, true]);
  expect(open().list()[0]?.secret).toBe(three);
  adoptSharedSecrets(database, [own.value.secret], clock.now());
  expect(matches()).toEqual([true, false, false, false]);
});
