import { type Failure, type Result, fail, succeed } from '../../contract/index.ts';
import type { Worker } from '../changes/worker.ts';
import { fileOf, removeBrokenHistories } from '../database/broken-history.ts';
import { deleteHistory } from '../database/delete-history.ts';
import type { CatchUpRounds } from '../redbooth/catch-up-rounds.ts';
import type { Common } from './common.ts';

/**
 * Deletes the history at the user's word, with what was set aside of it as broken. `message` tells the
 * user of a failure. What is being read was asked for before, so it comes to its end first and is not written afterwards.
 */
export const createForgetHistory =
  (
    ports: Pick<Common, 'database' | 'log'> & {
      readonly catchingUp: Pick<CatchUpRounds, 'halt'>;
      readonly worker: Pick<Worker, 'forget'>;
      readonly onForgotten: () => void;
    },
  ) =>
  async (message: string): Promise<Result<null, Failure>> => {
    const { database, log, catchingUp, worker, onForgotten } = ports;
    await catchingUp.halt();
    try {
      await worker.forget(() => deleteHistory(database));
      removeBrokenHistories(fileOf(database), Number.POSITIVE_INFINITY);
    } catch (error) {
      log.error(`The history could not be deleted: ${String(error)}`);
      return fail({ code: 'journal-unwritable', message });
    }
    onForgotten();
    return succeed(null);
  };
