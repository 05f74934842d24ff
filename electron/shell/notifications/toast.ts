/** What Windows hands over when a toast is used, also one from before the app was started. */
export type ToastActivation = {
  readonly type: string;
  /** Electron’s own text, `type=click&tag=…`; the tag is the id that the notification was given (Electron 42 and later). */
  readonly arguments: string;
  readonly actionIndex?: number;
  readonly reply?: string;
};

const toastText = /^type=(?:click|action|reply)&/;
/** COM starts a server with this; the toast comes afterwards. */
const startedByCom = /^[-/]Embedding$/i;

const isToastArgument = (argument: string): boolean => toastText.test(argument) || startedByCom.test(argument);

/** The id of the notification in the text of a toast; null when there is none. */
export const toastTag = (text: string): string | null => {
  const tag = text
    .split('&')
    .find((part) => part.startsWith('tag='))
    ?.slice('tag='.length);
  return tag === undefined || tag === '' ? null : tag;
};

/** The command line without what Windows adds to start an app for a toast: it is none of our flags. */
export const withoutToast = (commandLine: readonly string[]): readonly string[] =>
  commandLine.filter((argument) => !isToastArgument(argument));

/**
 * Whether a command line is a start for a toast, and for which, where it says so. Only a click is taken from a command line:
 * anybody on this computer can write one.
 */
export const findToast = (commandLine: readonly string[]): { readonly tag: string | null } | null => {
  const argument = commandLine.find((each) => toastText.test(each));
  if (argument !== undefined) return { tag: toastTag(argument) };
  return commandLine.some((each) => startedByCom.test(each)) ? { tag: null } : null;
};
