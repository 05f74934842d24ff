import { expect, it } from 'vitest';
import { commandsOf } from './commands.ts';
import { pages, readPage } from './markdown.ts';

it('finds the shell commands of a page, and why some are not run', () => {
  const page =
    '# Title\n\n```sh\nls\n```\n\n<!-- not run: needs a phone -->\n\n```sh\ncall\nhang up\n```\n\n```nginx\nx\n```\n';
  expect(commandsOf(page)).toEqual([
    { line: 3, commands: 'ls', notRun: null },
    { line: 7, commands: 'call\nhang up', notRun: 'needs a phone' },
  ]);
});

it.each(pages)('%s has its commands in blocks of sh, which a test runs', (page) => {
  const blocks = [...readPage(page).matchAll(/^ *```(\S*)\n([^]*?)^ *```$/gm)];
  const others = blocks.filter(
    ([, language = '', text = '']) =>
      /^(?:bash|shell|console|zsh|powershell|ps1|cmd)$/.test(language) ||
      (language === '' && /^\$? ?(?:npm|npx|node|curl|docker|sudo|apt\S*) /m.test(text)),
  );
  expect(others).toEqual([]);
});
