import { type Figure, type Goal, type Measured, isMet } from './figure.ts';
import { shortfalls } from './shortfalls.ts';

const writeNumber = (value: number): string => {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
};
const writeValue = (value: number, unit: string): string => `${writeNumber(value)}${unit === '' ? '' : ` ${unit}`}`;

const writeGoal = (goal: Goal, unit: string): string =>
  'atMost' in goal ? `≤ ${writeValue(goal.atMost, unit)}` : `≥ ${writeValue(goal.atLeast, unit)}`;

const verdictOf = (figure: Figure, isBusy: boolean): string => {
  const met = isMet(figure);
  if (met === null) return '';
  if (met) return 'met';
  return figure.isTimed && isBusy ? 'missed; others used the machine, too' : 'missed';
};

type Row = { readonly name: string; readonly goal: string; readonly value: string; readonly verdict: string };

const rowOf = (measured: Measured, isBusy: boolean): Row => {
  if ('leftOut' in measured) return { name: measured.name, goal: '', value: 'left out', verdict: measured.leftOut };
  const { name, value, unit, goal } = measured;
  return {
    name,
    goal: goal === undefined ? '' : writeGoal(goal, unit),
    value: writeValue(value, unit),
    verdict: verdictOf(measured, isBusy),
  };
};

/** For a terminal. `isBusy`: others used the machine meanwhile. */
export const plainTable = (measured: readonly Measured[], isBusy: boolean): string =>
  measured
    .map((each) => rowOf(each, isBusy))
    .map(({ name, goal, value, verdict }) =>
      `  ${name.padEnd(54)} ${value.padStart(14)}  ${goal.padEnd(14)} ${verdict}`.trimEnd(),
    )
    .join('\n');

/** For a page, with the reasons of what was missed below. */
export const markdownTable = (measured: readonly Measured[], isBusy: boolean): string => {
  const rows = measured
    .map((each) => rowOf(each, isBusy))
    .map(({ name, goal, value, verdict }) => `| ${name} | ${value} | ${goal} | ${verdict} |`);
  const reasons = measured.flatMap((each) => {
    const reason = shortfalls[each.name];
    return reason !== undefined && 'value' in each && isMet(each) === false ? [`- **${each.name}:** ${reason}`] : [];
  });
  return [
    '| | measured | goal | |',
    '| --- | ---: | ---: | --- |',
    ...rows,
    ...(reasons.length ? ['', ...reasons] : []),
  ].join('\n');
};
