// Marks that turn the direction of text could make a name read as something else.
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** One line of plain text: control characters and runs of white space become single spaces. */
export const oneLine = (text: string): string =>
  text
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Plain text of several lines: of the control characters only line ends are left, and of empty lines never more than one. */
export const severalLines = (text: string): string =>
  text
    .replace(directionMarks, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Cuts `text` to at most `length` characters, at a word where one ends near, with an ellipsis. Never splits a character. */
export const cutAtWord = (text: string, length: number): string => {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > cut.length * 0.6 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
};

/** A task's name in curly quotes, on one line, kept short enough that the sentence around it survives. */
export const quoted = (name: string): string => `“${cutAtWord(oneLine(name), 80)}”`;
