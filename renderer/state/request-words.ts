import type { PageMessages } from '../messages/en/index.ts';

type Messages = PageMessages['requests'];
type RequestSpeech = { readonly messages: { readonly requests: Messages }; readonly locale: string };

/** What kind of answer a request got; it decides the colour, and the words say it too. */
type AnswerTone = 'good' | 'warn' | 'bad';

/** The answer to a request in words: "Taken". Only what was posted is taken; a page that was looked at is answered. */
export const answerWords = (method: string, status: number, requests: Messages): string => {
  if (status === 200) return method === 'POST' ? requests.taken : requests.answered;
  const meaning = requests.refusals[status];
  if (meaning !== undefined) return meaning;
  if (status < 100) return requests.notAnswered;
  if (status < 400) return requests.answered;
  return status < 500 ? requests.refused : requests.failed;
};

export const answerTone = (status: number): AnswerTone => {
  if (status >= 500 || status < 100) return 'bad';
  return status >= 400 ? 'warn' : 'good';
};

const withOneDigit = (value: number, locale: string): string =>
  value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A size for people: "1 byte", "98 bytes", "4.0 KB". */
export const sizeWords = (bytes: number, { messages, locale }: RequestSpeech): string =>
  bytes < 1_024 ? messages.requests.bytes(bytes) : `${withOneDigit(bytes / 1_024, locale)} KB`;

/** How long something took, for people: "under 1 ms", "12 ms", "1.5 s". */
export const durationWords = (milliseconds: number, { messages, locale }: RequestSpeech): string => {
  if (milliseconds < 1) return messages.requests.underMillisecond;
  // Below what would round up to a whole second.
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  return `${withOneDigit(milliseconds / 1_000, locale)} s`;
};
