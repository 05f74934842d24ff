import { type RequestHandlers, type TaskDetail, succeed } from '../../contract/index.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import { notThere } from './not-there.ts';
import type { Reading } from '../reading.ts';

export type DetailHandlerPorts = {
  readonly reading: () => Reading;
  readonly store: Pick<ChangeStore, 'change'>;
  /** All that is known of the task of a change. */
  readonly taskDetail: (change: Change) => Promise<TaskDetail>;
};

/** Answers what the page asks about the task of a change. */
export const createDetailHandlers = ({
  store,
  taskDetail,
  reading,
}: DetailHandlerPorts): Pick<RequestHandlers, 'task-detail'> => ({
  'task-detail': async ({ changeId }) => {
    const change = store.change(changeId);
    return change === null ? notThere('change', reading()) : succeed(await taskDetail(change));
  },
});
