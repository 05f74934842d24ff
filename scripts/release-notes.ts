import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { notesOf } from './changelog.ts';

// Prints what CHANGELOG.md says of the version in package.json; the tag of the release (v1.2.3) may be given, and has to fit.
const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const manifest: unknown = JSON.parse(read('package.json'));
const version = String(typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : '');
const [tag = `v${version}`] = process.argv.slice(2);
const notes = notesOf(read('CHANGELOG.md'), version);
if (tag !== `v${version}`) {
  process.stderr.write(`The tag ${tag} is not that of version ${version} in package.json.\n`);
  process.exitCode = 1;
} else if (notes === null) {
  process.stderr.write(`CHANGELOG.md says nothing of ${version}: give what is under “Unreleased” that heading.\n`);
  process.exitCode = 1;
} else process.stdout.write(`${notes}\n`);
