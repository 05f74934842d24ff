/** What kind of answer a request got; it decides the colour, and the words say it too. */
type AnswerTone = 'good' | 'warn' | 'bad';

const refusals: Readonly<Record<number, string>> = {
  400: 'Not a task hook',
  404: 'No such address',
  405: 'Not allowed',
  408: 'Too slow',
  413: 'Too large',
  415: 'Encoded body',
  431: 'Headers too large',
  503: 'Not kept',
};

/** The answer to a request in words: "Taken". Only what was posted is taken; a page that was looked at is answered. */
export const answerWords = (method: string, status: number): string => {
  if (status === 200) return method === 'POST' ? 'Taken' : 'Answered';
  const meaning = refusals[status];
  if (meaning !== undefined) return meaning;
  if (status < 100) return 'Not answered';
  if (status < 400) return 'Answered';
  return status < 500 ? 'Refused' : 'Failed';
};

export const answerTone = (status: number): AnswerTone => {
  if (status >= 500 || status < 100) return 'bad';
  return status >= 400 ? 'warn' : 'good';
};

/** A size for people: "1 byte", "98 bytes", "4.0 KB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return `${(bytes / 1_024).toFixed(1)} KB`;
};

/** How long something took, for people: "under 1 ms", "12 ms", "1.5 s". */
export const durationWords = (milliseconds: number): string => {
  if (milliseconds < 1) return 'under 1 ms';
  // Below what would round up to a whole second.
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1_000).toFixed(1)} s`;
};
