import { type RequestHandlers, type TaskDetail, succeed } from '../../contract/index.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import { notThere } from './not-there.ts';

export type DetailHandlerPorts = {
  readonly store: Pick<ChangeStore, 'change'>;
  /** All that is known of the task of a change. */
  readonly taskDetail: (change: Change) => Promise<TaskDetail>;
};

/** Answers what the page asks about the task of a change. */
export const createDetailHandlers = ({
  store,
  taskDetail,
}: DetailHandlerPorts): Pick<RequestHandlers, 'task-detail'> => ({
  'task-detail': async ({ changeId }) => {
    const change = store.change(changeId);
    return change === null ? notThere('change') : succeed(await taskDetail(change));
  },
});
