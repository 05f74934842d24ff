/** Who waits for an answer of Redbooth’s, most urgent first: a person, a hook, or nobody in particular. */
export const priorities = ['user', 'hook', 'background'] as const;
export type Priority = (typeof priorities)[number];

/** Those who wait for their turn. */
export type TurnQueue<Waiting> = {
  add(priority: Priority, waiting: Waiting): void;
  /** Takes out whose turn it is; undefined when nobody waits. */
  next(): Waiting | undefined;
  remove(waiting: Waiting): void;
  /** Takes out everybody. */
  clear(): readonly Waiting[];
  isEmpty(): boolean;
};

/** So many turns in a row go to others before one who waits behind them comes first. */
const passedOverAtMost = 4;

/** The most urgent first, and first come first served among equals; the less urgent still get every fifth turn. */
export const createTurnQueue = <Waiting>(): TurnQueue<Waiting> => {
  const lanes = priorities.map((priority): { priority: Priority; waiting: Waiting[]; passedOver: number } => ({
    priority,
    waiting: [],
    passedOver: 0,
  }));
  return {
    add: (priority, waiting) => {
      for (const lane of lanes) if (lane.priority === priority) lane.waiting.push(waiting);
    },
    next: () => {
      const taken = lanes.filter((lane) => lane.waiting.length > 0);
      const chosen = taken.find((lane) => lane.passedOver >= passedOverAtMost) ?? taken[0];
      for (const lane of taken) lane.passedOver = lane === chosen ? 0 : lane.passedOver + 1;
      return chosen?.waiting.shift();
    },
    remove: (waiting) => {
      for (const lane of lanes) {
        const place = lane.waiting.indexOf(waiting);
        if (place >= 0) lane.waiting.splice(place, 1);
      }
    },
    clear: () => lanes.flatMap((lane) => lane.waiting.splice(0)),
    isEmpty: () => lanes.every((lane) => lane.waiting.length === 0),
  };
};
