import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fuseNames, readFuses } from '../../scripts/fuses.ts';
import { missingFuses, withoutFuses } from '../../scripts/package-configuration.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

/** An executable with a fuse wire in it, a character for each fuse: 0 off, 1 on, r removed. */
const executable = (wire: string, version = 1): Buffer =>
  Buffer.concat([
    Buffer.from('\u007fELF … dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, wire.length]),
    Buffer.from(`${wire}111 …`),
  ]);

describe('the fuses of an executable', () => {
  it('are read up to the end of the wire, a removed one as off', () => {
    expect(readFuses(executable('10r'))).toEqual({
      runAsNode: true,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
    });
  });

  it.each([
    ['without a wire', Buffer.from('nothing'), 'no fuse wire'],
    ['with a wire of another version', executable('10', 2), 'version 2'],
  ])('are not guessed %s', (_, file, complaint) => {
    expect(() => readFuses(file)).toThrow(complaint);
  });
});

it('an older Electron is packed without the fuses that came after it', () => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'electron'), executable('1'.repeat(fuseNames.length - 1)));
  expect(missingFuses(folder, 'linux')).toEqual(['grantFileProtocolExtraPrivileges']);
});

it('leaving a fuse out leaves all else as it is', () => {
  const configuration = 'electronFuses:\n  runAsNode: false\n  onlyLoadAppFromAsar: true\nlinux:\n  category: Office\n';
  expect(withoutFuses(configuration, ['runAsNode'])).toBe(
    'electronFuses:\n  onlyLoadAppFromAsar: true\nlinux:\n  category: Office\n',
  );
});
