import { humanLine } from './human-line.ts';

/** Reads lines of `--json` out as a person would, each said once until something else was said. */
export const createHumanLines = (sayReady: (uiUrl: string | null) => string): ((line: string) => string | null) => {
  let last: string | null = null;
  return (line) => {
    const said = humanLine(line, sayReady);
    if (said === null || said === last) return null;
    last = said;
    return said;
  };
};
