/** How well the sign-in is kept. */
export const secrets = {
  keyrings: {
    macos: 'the macOS keychain',
    windows: 'Windows data protection',
    'secret-service': 'the desktop’s keyring (Secret Service)',
    kwallet: 'KWallet',
  },
  keyring: (keyring: string): string => `The sign-in is kept encrypted; ${keyring} holds the key.`,
  agreedFile:
    'This desktop has no keyring that can be used. As you agreed, the sign-in is kept in a file that only you may read, and that is not encrypted.',
  memory:
    'This desktop has no keyring that can be used, so the sign-in is not kept: you sign in again after each start.',
  /** What could not be done with the sign-in; `cause` is the system’s code, null where the keyring refused. */
  troubles: {
    unwritable: (cause: string | null): string =>
      `The sign-in can’t be kept (${cause ?? 'the keyring refused'}), so it is not used. Check the free space and the permissions of the data directory, and the keyring.`,
    undeletable: (cause: string | null): string =>
      `The kept sign-in can’t be deleted (${cause ?? 'the keyring refused'}). Check the permissions of the data directory.`,
  },
  file: (file: string): string =>
    `The sign-in is kept in ${file} in the data directory: only you may read this file, and it is not encrypted.`,
};
