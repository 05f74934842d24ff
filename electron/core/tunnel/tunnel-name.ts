const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}0123456789`;
const nameLength = 24;

/**
 * A fresh tunnel name: 24 characters of base36, about 123 bits, so that nobody guesses or takes it by chance. It starts
 * with a letter, as some relays and DNS tools want. `randomBytes` must be cryptographically strong.
 */
export const createTunnelName = (randomBytes: (size: number) => Uint8Array): string => {
  let name = '';
  while (name.length < nameLength) {
    const choice = name === '' ? letters : alphabet;
    // Bytes above the last whole multiple are thrown away: taking them modulo would favour the first characters.
    const limit = 256 - (256 % choice.length);
    for (const byte of randomBytes(name === '' ? 1 : nameLength)) {
      if (byte < limit && name.length < nameLength) name += choice.charAt(byte % choice.length);
    }
  }
  return name;
};
