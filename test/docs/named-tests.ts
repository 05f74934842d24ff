/** A test that a page names, as file › title. */
export type NamedTest = readonly [file: string, title: string];

export const namedTests = (markdown: string): readonly NamedTest[] =>
  [...markdown.matchAll(/`(test\/[^`]+)` ›\s+`([^`]+)`/g)].map(([, file = '', title = '']) => [file, title] as const);

/** Whether a test of that title is written there; as it is in the source, with its placeholders. */
export const hasTest = (source: string, title: string): boolean =>
  [`'${title}'`, `"${title}"`].some((quoted) => {
    const at = source.indexOf(quoted);
    const isCalled = /(?:\)|\b(?:test|it)(?:<[^]*>)?)\(\s*$/.test(source.slice(Math.max(0, at - 200), at));
    return at !== -1 && isCalled && /^\s*,/.test(source.slice(at + quoted.length));
  });
