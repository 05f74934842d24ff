import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { natsMissing } from '../../core/team/nats-server.ts';
import { commandsOf } from '../../docs/commands.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { startHost } from './host.ts';
import { createWorld, postHook } from './world.ts';

const root = join(import.meta.dirname, '../../..');

/** What a machine with systemd and root would have. Each started process notes its id in its own file. */
const shims = (prefix: string) => ({
  'apt-get': 'exit 0',
  chgrp: 'exit 0',
  install: 'mkdir -p "${@: -1}"',
  systemctl: `run() { setsid "\${@:2}" > '${prefix}'/$1.log 2>&1 & echo $! > '${prefix}'/$1.pid; }
end() { [[ -f '${prefix}'/$1.pid ]] && kill "$(cat '${prefix}'/$1.pid)" && sleep 0.5; true; }
case "$*" in
  'restart nats-server') end nats-server; run nats-server nats-server -c '${prefix}/etc/nats-server.conf'; sleep 1 ;;
  'reload nats-server') kill -HUP "$(cat '${prefix}/nats-server.pid')"; sleep 0.5 ;;
  *redbooth-receiver) end receiver
    run receiver $(sed -n 's/^ExecStart=//p' '${prefix}/etc/systemd/system/redbooth-receiver.service') ;;
esac`,
});

const pidIn = (file: string): number | null => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : null);

/** The commands of the page for a small team, run one after the other below a directory that stands for `/`. */
const createMachine = async () => {
  const prefix = temporaryDirectory();
  const bin = join(prefix, 'bin');
  for (const part of [bin, join(prefix, 'etc/systemd/system'), join(prefix, 'var/lib')])
    mkdirSync(part, { recursive: true });
  for (const [name, body] of Object.entries({ ...shims(prefix), node: `exec '${process.execPath}' "$@"` })) {
    writeFileSync(join(bin, name), `#!/bin/bash\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const [natsPort, hookPort, healthPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const blocks = commandsOf(readFileSync(join(root, 'docs/team.md'), 'utf8')).map(({ commands }) =>
    commands
      .replaceAll('DNS:hooks.example.com', 'IP:127.0.0.1')
      .replaceAll('hooks.example.com', '127.0.0.1')
      .replaceAll('0.0.0.0', '127.0.0.1')
      .replaceAll('4222', String(natsPort))
      .replaceAll('8765', String(hookPort))
      .replaceAll('8766', String(healthPort))
      .replaceAll('/opt/redbooth-notifier', join(root, 'dist'))
      .replaceAll(/(?<![\w.])\/(etc|var)\//g, `${prefix}/$1/`),
  );
  onTestFinished(() => {
    for (const name of ['receiver', 'nats-server']) {
      const pid = pidIn(join(prefix, `${name}.pid`));
      if (pid !== null) process.kill(pid, 'SIGKILL');
    }
  });
  const keys = join(prefix, 'etc/redbooth-team');
  return {
    keys,
    servers: `tls://127.0.0.1:${natsPort}`,
    run: (beginning: string): void => {
      const block = blocks.find((commands) => commands.includes(beginning));
      if (block === undefined) throw new Error(`docs/team.md has no commands with “${beginning}”`);
      const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
      execFileSync('/bin/bash', ['-euo', 'pipefail', '-c', block], {
        cwd: prefix,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    },
    hookUrls: (): readonly string[] =>
      readFileSync(join(keys, 'hook-secret'), 'utf8')
        .trim()
        .split('\n')
        .map((secret) => `http://127.0.0.1:${hookPort}/${secret}`),
    forwarding: () =>
      expect
        .poll(
          async () => {
            try {
              return await (await fetch(`http://127.0.0.1:${healthPort}/health`)).json();
            } catch {
              return null;
            }
          },
          { timeout: 15_000 },
        )
        .toMatchObject({ status: 'forwarding' }),
  };
};

describe.skipIf(natsMissing !== null)('the commands of docs/team.md', { timeout: 90_000 }, () => {
  it('set a team up, let a member go, and change the hook URL', async () => {
    const machine = await createMachine();
    for (const beginning of ['apt-get install', '--new-team-key', 'nats-server.conf', 'redbooth-receiver.service <<'])
      machine.run(beginning);
    await machine.forwarding();
    const world = await createWorld();
    const start = (name: string) =>
      startHost(
        [
          ...world.flags,
          '--hooks-from',
          machine.servers,
          '--nats-creds',
          join(machine.keys, `${name}.nkey`),
          '--nats-ca',
          join(machine.keys, 'server.pem'),
          '--data-dir',
          temporaryDirectory(),
        ],
        world.environment,
      );
    const [ada, bo] = [start('ada'), start('bo')];
    await Promise.all([ada, bo].map((member) => member.line('team', ({ state }) => state === 'online')));
    const [first = ''] = machine.hookUrls();
    expect(await postHook(first, '1')).toBe(200);
    await Promise.all([ada, bo].map((member) => member.line('hook', ({ taskId }) => taskId === '1')));

    machine.run('rm /etc'.replace('/etc', join(machine.keys, '..')));
    await bo.line('team', ({ cause }) => cause === 'team-refused');
    expect(await postHook(first, '2')).toBe(200);
    await ada.line('hook', ({ taskId }) => taskId === '2');

    machine.run('hook-secret.new');
    await machine.forwarding();
    const urls = machine.hookUrls();
    expect(urls).toHaveLength(2);
    for (const [index, url] of urls.entries()) expect(await postHook(url, String(index + 3))).toBe(200);
    await ada.line('hook', ({ taskId }) => taskId === '4');
    expect(bo.all('hook')).toHaveLength(1);
  });
});
