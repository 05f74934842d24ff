import type { CheckReport } from '../../contract/index.ts';
import type { CheckWords } from './finding.ts';

/**
 * The report as lines of text: one a check, and the overall verdict. `withSubjects`: with the addresses, folders and names
 * that were looked at, which are nothing for others.
 */
export const reportText = (
  { checks, verdict }: CheckReport,
  words: CheckWords,
  { withSubjects }: { readonly withSubjects: boolean },
): string => {
  const nameWidth = Math.max(...Object.values(words.names).map(({ length }) => length));
  const verdictWidth = Math.max(...Object.values(words.verdicts).map(({ length }) => length));
  const lines = checks.map(({ name, verdict: found, sentence, advice, subject }) =>
    [
      words.verdicts[found].padEnd(verdictWidth),
      ' ',
      words.names[name].padEnd(nameWidth),
      ' ',
      [sentence, advice, withSubjects && subject !== null ? `[${subject}]` : null]
        .filter((part) => part !== null)
        .join(' '),
    ].join(' '),
  );
  return `${[...lines, '', words.overall[verdict]].join('\n')}\n`;
};
