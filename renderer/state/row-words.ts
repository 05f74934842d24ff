import type { ChangeRow, FieldRow } from '../../electron/contract/index.ts';

/** The fields that fit a row as "before → after", less what its sentence says already; the details show them all. */
export const shortFields = ({ fields, sentence }: ChangeRow): readonly FieldRow[] => {
  const said = sentence.toLowerCase();
  const isSaid = (value: string | null): boolean => value === null || said.includes(value.toLowerCase());
  return fields
    .filter(({ field }) => field !== 'comment' && field !== 'description')
    .filter(({ before, after }) => !(isSaid(before) && isSaid(after)))
    .slice(0, 3);
};

/** So much of a comment tells it apart, and no detail cuts it shorter. */
const quoteStart = 30;

/** The quiet line of a row: project and detail, without saying again what the row shows already. */
export const quietLine = (row: ChangeRow): string => {
  const { project, detail, quote } = row;
  const name = project?.name ?? '';
  const isQuoted =
    quote !== null &&
    (quote.startsWith(detail.replace(/…$/, '')) || detail.includes(quote.slice(0, quoteStart).trimEnd()));
  const isPaired = shortFields(row).length > 0 && /→|· was /.test(detail);
  if (name === '') return isQuoted ? '' : detail;
  if (detail === '' || isQuoted || isPaired) return name;
  return detail.startsWith(name) ? detail : `${name} · ${detail}`;
};
