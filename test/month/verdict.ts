import { judgeComingAndGoing } from './coming-and-going.ts';
import { judgeComments } from './comments.ts';
import { judgeEdits } from './edits.ts';
import { judgeNotifications } from './notifications.ts';
import { createPast } from './past.ts';
import type { Played } from './play.ts';
import { judgeOrder, judgeRelations } from './relations.ts';

/** All that the app's account of a month got wrong, in words. It shares no code with the way by which the account came about. */
export const judgeMonth = (played: Played): readonly string[] => {
  const past = createPast(played);
  return [
    ...judgeComments(played, past),
    ...judgeEdits(played, past),
    ...judgeComingAndGoing(played, past),
    ...judgeRelations(played, past),
    ...judgeOrder(played),
    ...judgeNotifications(played),
  ];
};
