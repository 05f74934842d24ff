import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The exported functions of a file that nothing is said about. The layout of the source is always the same, so a line is enough. */
const undocumented = (source: string): readonly string[] => {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^export (?:const (\w+) =(?: async)?(?: <.*>)?(?: ?\(|$)|(?:async )?function (\w+))/.exec(line);
    const before = lines[index - 1]?.trim() ?? '';
    return name === null || before.endsWith('*/') ? [] : [name[1] ?? name[2] ?? ''];
  });
};

it('an exported function without a word about it is found', () => {
  expect(undocumented('/** Says it. */\nexport const say = () => 1;\n\nexport const hush = <A>(a: A) => a;')).toEqual([
    'hush',
  ]);
});

it('every exported function of contract and core says what it promises', () => {
  const files = globSync('electron/{contract,core}/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    undocumented(readFileSync(join(root, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
