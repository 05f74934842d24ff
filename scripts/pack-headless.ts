import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

/** What of the build the headless host needs: its own bundle with its chunks, and the page. */
const belongs = (name: string): boolean => /^(licences-)?headless/.test(name) && !name.endsWith('.map');

const { version } = v.parse(
  v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() })),
  readFileSync('package.json', 'utf8'),
);
const output = process.argv[2] ?? 'release';
const staging = mkdtempSync(join(tmpdir(), 'pack-headless-'));
const folder = join(staging, 'redbooth-notifier');

try {
  mkdirSync(folder);
  mkdirSync(output, { recursive: true });
  for (const name of readdirSync('dist').filter(belongs)) copyFileSync(join('dist', name), join(folder, name));
  cpSync('dist/renderer', join(folder, 'renderer'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  for (const file of ['LICENSE', 'service/redbooth-notifier.service'])
    copyFileSync(file, join(folder, file.slice(file.lastIndexOf('/') + 1)));
  // Without it Node would take the bundle for CommonJS.
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name: 'redbooth-notifier', version, type: 'module' })}\n`,
  );
  const archive = join(output, `redbooth-notifier-headless-${version}.tar.gz`);
  execFileSync('tar', ['--create', '--gzip', '--file', archive, '--directory', staging, 'redbooth-notifier']);
  process.stdout.write(`${archive}\n`);
} finally {
  rmSync(staging, { recursive: true, force: true });
}
