/** The fuses of Electron in the order of its wire (@electron/fuses, version 1). */
export const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** What stands before the wire in the executable. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses as they are in an executable of Electron, without those that it has not; one that was removed counts as off. */
export const readFuses = (executable: Buffer): Readonly<Record<string, boolean>> => {
  const at = executable.indexOf(sentinel);
  if (at === -1) throw new Error('there is no fuse wire in this executable');
  const version = executable.at(at + sentinel.length);
  if (version !== 1) throw new Error(`the fuse wire is of version ${version}`);
  const length = executable.at(at + sentinel.length + 1) ?? 0;
  const wire = executable.subarray(at + sentinel.length + 2, at + sentinel.length + 2 + length);
  const on = '1'.charCodeAt(0);
  return Object.fromEntries(Array.from(wire, (state, index) => [fuseNames[index], state === on]));
};
