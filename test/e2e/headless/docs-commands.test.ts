import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsOf } from '../../docs/commands.ts';

const root = join(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const blocks = pages.flatMap((page) =>
  commandsOf(readFileSync(join(root, page), 'utf8')).map((block) => ({ ...block, place: `${page}:${block.line}` })),
);

const scripts = Object.keys(
  v.parse(
    v.pipe(v.string(), v.parseJson(), v.object({ scripts: v.record(v.string(), v.string()) })),
    readFileSync(join(root, 'package.json'), 'utf8'),
  ).scripts,
);

/** How long a host of an example runs; whatever it has not done by then, it was started by flags that it takes. */
const seconds = 3;

/** The programs that a block runs, where they are not those of the machine. */
const shims = {
  // CI itself runs npm’s commands; here it only counts that there is such a script.
  npm: `case "$1" in
  ci|start|test) exit 0 ;;
  run) shift; while [[ $1 == --silent ]]; do shift; done; case " ${scripts.join(' ')} " in *" $1 "*) exit 0 ;; esac ;;
esac
echo "npm $*: no such script" >&2; exit 1`,
  npx: `[[ $1 == node ]] && shift; exec node "$@"`,
  // A host goes on until it is stopped, which is not a failure of the example.
  node: `timeout --signal TERM ${seconds} '${process.execPath}' "$@"; code=$?; [[ $code == 124 ]] && exit 0; exit $code`,
  timeout: `shift; exec "$@"`,
};

describe('the commands of the documentation', () => {
  const home = mkdtempSync(join(tmpdir(), 'docs-commands-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const bin = join(home, 'bin');

  beforeAll(() => {
    mkdirSync(bin);
    for (const [name, body] of Object.entries(shims)) {
      const path = join(bin, name);
      // The shims need the real ones.
      const script = body.replaceAll(/^timeout /gm, '/usr/bin/timeout ');
      writeFileSync(path, `#!/bin/bash\n${script}\n`);
      chmodSync(path, 0o755);
    }
    for (const name of readdirSync(root).filter((name) => name !== 'release'))
      symlinkSync(join(root, name), join(home, name));
    execFileSync(process.execPath, ['scripts/pack-headless.ts', join(home, 'release')], { cwd: root });
    // A history for the example that prints one; the host is stopped once it is there.
    const flags = ['--no-ui', '--tunnel', 'off', '--data-dir', join(home, 'data')];
    spawnSync(process.execPath, ['dist/headless.js', ...flags], { cwd: root, timeout: 3_000 });
  });

  test.for(blocks)('of $place run, or say why not here', ({ commands, notRun, place }, { skip }) => {
    if (notRun !== null) {
      console.log(`${place} is not run: ${notRun}`);
      skip();
      return;
    }
    const missing = ['jq', 'systemd-analyze'].filter(
      (program) => commands.includes(`${program} `) && !existsSync(`/usr/bin/${program}`),
    );
    if (missing.length > 0) {
      console.log(`${place} is not run: there is no ${missing.join(' and no ')} on this machine`);
      skip();
      return;
    }
    const environment = {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      DATA_DIRECTORY: join(home, 'data'),
      XDG_CONFIG_HOME: undefined,
      XDG_DATA_HOME: undefined,
    };
    const output = execFileSync('/bin/bash', ['-euo', 'pipefail', '-c', commands], {
      cwd: home,
      env: environment,
      encoding: 'utf8',
    });
    expect(output).not.toContain('usage:');
  });
});
