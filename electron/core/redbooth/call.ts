import type { Question } from './api-url.ts';
import type { Priority } from './turn-queue.ts';

/** One call of the API. PUT may be made again like GET; POST only when it surely did not arrive. */
export type Call = {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** What it is about. */
  readonly question: Question;
  /** What is written, sent as JSON; null with GET. */
  readonly content: Readonly<Record<string, string | number>> | null;
  readonly priority: Priority;
};
