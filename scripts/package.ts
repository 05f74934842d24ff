import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectronDist, packageArguments, packageEnvironment } from './package-arguments.ts';
import { missingFuses, withoutFuses } from './package-configuration.ts';

// `npm run pack` and `npm run dist`: electron-builder on what `npm run build` has built. Its own flags may follow.
const root = fileURLToPath(new URL('..', import.meta.url));
const { platform } = process;
const env = packageEnvironment(process.env);
const flags = process.argv.slice(2);
const electronDist = flags.includes('--dir') ? findElectronDist({ root, env }) : null;
const missing = electronDist === null ? [] : missingFuses(electronDist, platform);
const folder = mkdtempSync(join(tmpdir(), 'package-'));
try {
  const configuration = join(folder, 'electron-builder.yml');
  writeFileSync(configuration, withoutFuses(readFileSync(join(root, 'electron-builder.yml'), 'utf8'), missing));
  if (missing.length > 0)
    process.stderr.write(
      `This Electron is older than the app’s, and has no fuse ${missing.join(', ')}: for trying only.\n`,
    );
  const given = packageArguments(['--config', configuration, ...flags], { root, env, platform });
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  process.exitCode = spawnSync(process.execPath, [builder, ...given], { cwd: root, env, stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
