/** A block of shell commands of a page; `notRun` is the page’s own reason why a test cannot run it. */
export type CommandBlock = { readonly line: number; readonly commands: string; readonly notRun: string | null };

const fence =
  /(?:<!-- not run: (?<reason>[^>]*?) -->\s*\n\s*\n?)?(?<indent>[ \t]*)```sh\n(?<commands>[\s\S]*?)\n[ \t]*```/g;

/** The shell commands of a page in Markdown, in order. */
export const commandsOf = (markdown: string): readonly CommandBlock[] =>
  [...markdown.matchAll(fence)].map(({ index, groups }) => ({
    line: markdown.slice(0, index).split('\n').length,
    commands: groups?.['commands'] ?? '',
    notRun: groups?.['reason'] ?? null,
  }));
