/** One thing at a time for each task. */
export type TaskLanes<Outcome> = {
  /** Runs `work` once what was asked for earlier on this lane has ended; the same key shares what waits or runs. */
  run(lane: string, key: string, work: () => Promise<Outcome>): Promise<Outcome>;
};

type Lane<Outcome> = { last: Promise<unknown>; readonly shared: Map<string, Promise<Outcome>> };

/** Makes the lanes; an idle one is forgotten. What `work` rejects with reaches whoever asked, not the next in line. */
export const createTaskLanes = <Outcome>(): TaskLanes<Outcome> => {
  const lanes = new Map<string, Lane<Outcome>>();
  return {
    run: (name, key, work) => {
      const lane = lanes.get(name) ?? { last: Promise.resolve(), shared: new Map() };
      lanes.set(name, lane);
      const shared = lane.shared.get(key);
      if (shared !== undefined) return shared;
      const running = lane.last.then(work).finally(() => {
        lane.shared.delete(key);
        if (lane.shared.size === 0) lanes.delete(name);
      });
      lane.shared.set(key, running);
      // A bug in one must not keep the next from being tried.
      lane.last = running.catch(() => undefined);
      return running;
    },
  };
};
