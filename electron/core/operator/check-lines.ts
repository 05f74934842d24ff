import type { CheckReport, Verdict } from '../../contract/index.ts';

/** The report of `doctor --json`: a line `check` for each, and a line `doctor` with the overall verdict and the counts. */
export const checkLines = ({ checks, verdict, at }: CheckReport): readonly string[] => {
  const iso = new Date(at).toISOString();
  const count = (wanted: Verdict): number => checks.filter((check) => check.verdict === wanted).length;
  return [
    ...checks.map(({ name, verdict: found, sentence, advice, subject }) =>
      JSON.stringify({ event: 'check', at: iso, name, verdict: found, message: sentence, advice, subject }),
    ),
    JSON.stringify({
      event: 'doctor',
      at: iso,
      verdict,
      ok: count('ok'),
      attention: count('attention'),
      broken: count('broken'),
      notApplicable: count('not-applicable'),
    }),
  ];
};
