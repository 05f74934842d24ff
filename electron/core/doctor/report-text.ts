import type { CheckReport } from '../../contract/index.ts';

/**
 * The report as lines of text: one a check, and the overall verdict. `withSubjects`: with the addresses, folders and names
 * that were looked at, which are nothing for others.
 */
export const reportText = (report: CheckReport, { withSubjects }: { readonly withSubjects: boolean }): string => {
  const { checks } = report;
  const titleWidth = Math.max(...checks.map(({ title }) => title.length));
  const stateWidth = Math.max(...checks.map(({ state }) => state.length));
  const lines = checks.map(({ title, state, sentence, advice, subject }) => {
    const words = [sentence, advice, withSubjects && subject !== null ? `[${subject}]` : null];
    return `${state.padEnd(stateWidth)}  ${title.padEnd(titleWidth)}  ${words.filter((part) => part !== null).join(' ')}`;
  });
  return `${[...lines, '', report.sentence].join('\n')}\n`;
};
