import { describe, expect, it } from 'vitest';
import { createMissingPlaces } from '../../../electron/core/team/missing-places.ts';
import { mostUnacknowledged } from '../../../electron/core/team/stream-limits.ts';

const begun = (deliveredBefore: number) => {
  const places = createMissingPlaces();
  expect(places.begin(deliveredBefore, false)).toBe(false);
  return places;
};

describe('the places of the stream that were passed over', () => {
  it('are none while each message follows the one before', () => {
    const places = begun(7);
    expect([8, 9, 10].map((place) => places.note(place))).toEqual([false, false, false]);
    expect(places.count()).toBe(0);
  });

  it('may still come, and are then missing no more', () => {
    const places = begun(7);
    expect(places.note(10)).toBe(false);
    expect(places.count()).toBe(2);
    places.note(8);
    places.note(9);
    expect(places.count()).toBe(0);
    expect(places.passed(10)).toBe(false);
  });

  it('are missed once the consumer waits for them no more, and said to be so once', () => {
    const places = begun(7);
    places.note(10);
    expect(places.passed(7)).toBe(false);
    expect(places.passed(8)).toBe(true);
    expect(places.passed(8)).toBe(false);
    expect(places.count()).toBe(1);
    expect(places.passed(10)).toBe(true);
  });

  it.each([
    [mostUnacknowledged, false],
    [mostUnacknowledged + 1, true],
  ])('are missed at once when they are more than a consumer leaves open: %i', (hole, isGap) => {
    expect(begun(7).note(7 + hole + 1)).toBe(isGap);
  });

  it('are remembered from one session to the next', () => {
    const places = begun(7);
    places.note(8);
    // 9 and 10 were handed out to a connection that had ended.
    expect(places.begin(10, false)).toBe(false);
    expect(places.count()).toBe(2);
    places.note(9);
    expect(places.passed(10)).toBe(true);
  });

  it('are none when a server that has only just come to lead knows less than this installation', () => {
    const places = begun(7);
    places.note(8);
    places.note(9);
    expect(places.begin(8, false)).toBe(false);
    expect(places.note(10)).toBe(false);
    expect(places.count()).toBe(0);
  });

  it('are forgotten with the consumer, of whose place nothing is known', () => {
    const places = begun(7);
    places.note(10);
    expect(places.begin(3, true)).toBe(true);
    expect(places.count()).toBe(0);
    expect(places.note(4)).toBe(false);
  });
});
