import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The scripts of the built page, by name, that it loads before it shows anything: those of its document, and what they import. `folder` has its index.html. */
export const loadedAtFirst = (folder: string): readonly string[] => {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    // Views that are loaded when they are shown come by `import(…)`.
    for (const [, imported = ''] of readFileSync(join(folder, 'assets', name), 'utf8').matchAll(
      /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    ))
      visit(imported);
  };
  for (const [, script = ''] of readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/src="([^"]+\.js)"/g))
    visit(basename(script));
  return [...found];
};
