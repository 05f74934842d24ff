import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import type { Bridge, Failure, Preferences } from '../../electron/contract/index.ts';

/** What the user may set about how they are told, and how the window looks: in force as soon as it is chosen. */
export type PreferenceList = {
  /** What is in force, with what was just chosen laid over it; null until the app has told. */
  readonly current: ReadonlySignal<Preferences | null>;
  /** Why the app could not tell. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** Why the last choice of one of them did not come into force. */
  readonly failureOf: (key: keyof Preferences) => Failure | null;
  readonly load: () => Promise<void>;
  /** Preferences were changed, here or on another page. */
  readonly hear: (preferences: Preferences) => void;
  /** Says whether it came into force; what did not goes back to what it was. */
  readonly change: (part: Partial<Preferences>) => Promise<boolean>;
};

const isInForce = (part: Partial<Preferences>, preferences: Preferences): boolean =>
  JSON.stringify({ ...preferences, ...part }) === JSON.stringify(preferences);

export const createPreferenceList = ({ bridge }: { bridge: Pick<Bridge, 'request'> }): PreferenceList => {
  const inForce = signal<Preferences | null>(null);
  const chosen = signal<readonly Partial<Preferences>[]>([]);
  const failure = signal<Failure | null>(null);
  const refused = signal<ReadonlyMap<string, Failure>>(new Map());

  let timesHeard = 0;
  // One after the other, so that the app hears of quick choices in their order.
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(task);
    last = mine;
    return mine;
  };
  const setRefused = (part: Partial<Preferences>, reason: Failure | null): void => {
    const others = [...refused.value].filter(([key]) => !Object.hasOwn(part, key));
    const own = reason === null ? [] : Object.keys(part).map((key) => [key, reason] as const);
    refused.value = new Map([...others, ...own]);
  };

  return {
    current: computed(
      () => inForce.value && chosen.value.reduce<Preferences>((all, part) => ({ ...all, ...part }), inForce.value),
    ),
    failure,
    failureOf: (key) => refused.value.get(key) ?? null,
    load: () =>
      inOrder(async () => {
        const before = timesHeard;
        const answer = await bridge.request('preferences', null);
        // What was pushed meanwhile is newer than this answer.
        if (answer.ok && before === timesHeard) inForce.value = answer.value;
        failure.value = answer.ok ? null : answer.failure;
      }),
    hear: (preferences) => {
      timesHeard += 1;
      batch(() => {
        inForce.value = preferences;
        const [asked, ...later] = chosen.value;
        // Once the choice that the app was asked for has been in force, another page may choose something else.
        if (asked !== undefined && isInForce(asked, preferences)) chosen.value = later;
      });
    },
    change: (part) => {
      batch(() => {
        chosen.value = [...chosen.value, part];
        setRefused(part, null);
      });
      return inOrder(async () => {
        const answer = await bridge.request('change-preferences', part);
        batch(() => {
          const isAwaited = chosen.value.includes(part);
          chosen.value = chosen.value.filter((other) => other !== part);
          if (answer.ok && isAwaited) inForce.value = inForce.value && { ...inForce.value, ...part };
          if (!answer.ok) setRefused(part, answer.failure);
        });
        return answer.ok;
      });
    },
  };
};
