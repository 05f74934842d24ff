/** What a relay can do wrong, one at a time, until it is set to null. */
export const relayFaults = [
  /** Nothing listens any more, neither for visitors and registrations nor on the tunnels' ports. */
  'refuse',
  /** Registrations get no answer. */
  'hang',
  /** Registrations get 403 with a message. */
  'forbid',
  /** Registrations get 500. */
  'break',
  /** Registrations get another name than the one asked for. */
  'wrong-name',
  /** Someone else has every name: visitors get their page, registrations another name. */
  'taken',
  /** Every tunnel socket is closed, new ones at once. */
  'drop',
  /** The relay's half of every tunnel socket is closed. */
  'half-close',
  /** Sockets stay open, but visitors get no answer and nothing is passed on. */
  'freeze',
  /** Bytes trickle, 16 every 20 ms. */
  'slow',
  /** A visitor's request breaks off in the middle of its body. */
  'cut',
] as const;

export type RelayFault = (typeof relayFaults)[number];
