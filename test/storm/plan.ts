import { createRandom } from '../../electron/simulator/random.ts';
import { type RelayFault, relayFaults } from '../../electron/simulator/relay/fault.ts';

/** One spell of trouble: the relay's faults one after the other, then it is well again. Times in ms since the begin. */
export type Spell = {
  /** What it tests: the last fault; those before it only prepare it. */
  readonly kind: RelayFault;
  readonly from: number;
  readonly faults: readonly { readonly kind: RelayFault; readonly from: number }[];
  readonly until: number;
};

/** When hooks are sent and when the relay does wrong. */
export type StormPlan = {
  readonly length: number;
  readonly spells: readonly Spell[];
  readonly sendings: readonly number[];
};

/** How far the begins of two spells lie apart. */
export const spellInterval = 20_000;
const shortest = 500;
const longest = 10_000;
/** Longer than the relay keeps a name for a client that is gone. */
const restart = 1500;

/** These do nothing to a tunnel that is open, so the relay forgets it first. */
const atRegistration: readonly RelayFault[] = ['hang', 'forbid', 'break', 'wrong-name', 'taken'];

/**
 * A storm of `minutes`: a spell every 20 s, each fault as often as any other, each for 0.5 to 10 s; and a hook every 0.2 to
 * 1.2 s. The same seed gives the same storm.
 */
export const planStorm = (minutes: number, seed: number): StormPlan => {
  const random = createRandom(seed);
  const length = minutes * 60_000;
  const spells: Spell[] = [];
  let hand: RelayFault[] = [];
  for (let at = spellInterval / 2; at + spellInterval <= length; at += spellInterval) {
    if (hand.length === 0) hand = random.shuffled(relayFaults);
    const kind = hand.pop();
    if (kind === undefined) break;
    const from = at + random.between(0, 2000);
    const begin = atRegistration.includes(kind) ? from + restart : from;
    spells.push({
      kind,
      from,
      faults: [...(begin > from ? [{ kind: 'refuse' as const, from }] : []), { kind, from: begin }],
      until: begin + random.between(shortest, longest - restart),
    });
  }
  const sendings: number[] = [];
  for (let at = 1000; at < length; at += random.between(200, 1200)) sendings.push(at);
  return { length, spells, sendings };
};
