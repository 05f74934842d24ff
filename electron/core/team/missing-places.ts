import { mostUnacknowledged } from './stream-limits.ts';

/** Which places of the stream were passed over, and may still come. */
export type MissingPlaces = {
  /** A session begins, `deliveredBefore` being the last place that the consumer handed out. True: hooks were missed. */
  begin(deliveredBefore: number, isNewPlace: boolean): boolean;
  /** A message came from this place. True: hooks before it were missed. */
  note(sequence: number): boolean;
  /** How many may still come. */
  count(): number;
  /** All up to here is done with, as the consumer sees it. True: some of it never came, and will not. */
  passed(acknowledgeFloor: number): boolean;
};

/**
 * Makes the list of an installation, which outlives its sessions. A hole in the sequence does not say that hooks are gone:
 * what was handed out to a connection that broke meanwhile stays with the consumer and comes again. It is gone once the
 * consumer’s acknowledgement floor lies beyond it. A hole longer than what a consumer leaves open needs no such proof.
 */
export const createMissingPlaces = (): MissingPlaces => {
  const missing = new Set<number>();
  let delivered: number | null = null;

  /** Notes the places between the last one and `next`; true if they are too many to come. */
  const skipTo = (next: number): boolean => {
    const first = (delivered ?? next - 1) + 1;
    delivered = Math.max(delivered ?? 0, next - 1);
    if (next - first > mostUnacknowledged) return true;
    for (let place = first; place < next; place += 1) missing.add(place);
    return false;
  };

  return {
    begin: (deliveredBefore, isNewPlace) => {
      if (isNewPlace) {
        missing.clear();
        delivered = deliveredBefore;
        return true;
      }
      // A server that has only just come to lead may say less than this installation knows.
      return skipTo(deliveredBefore + 1);
    },
    note: (sequence) => {
      missing.delete(sequence);
      const isGap = skipTo(sequence);
      delivered = Math.max(delivered ?? 0, sequence);
      return isGap;
    },
    count: () => missing.size,
    passed: (acknowledgeFloor) => {
      const gone = [...missing].filter((place) => place <= acknowledgeFloor);
      for (const place of gone) missing.delete(place);
      return gone.length > 0;
    },
  };
};
