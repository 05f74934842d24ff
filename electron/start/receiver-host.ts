import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Failure, type Result, fail, succeed } from '../contract/index.ts';
import { systemClock } from '../core/clock.ts';
import { createLog } from '../core/log.ts';
import type { Report } from '../core/operator/line.ts';
import type { Options } from '../core/operator/options.ts';
import type { TeamTask } from '../core/operator/team-options.ts';
import { createReader } from '../core/reading.ts';
import { createHealthServer } from '../core/team/health-server.ts';
import { loadNats } from '../core/team/load-nats.ts';
import { createReceiver } from '../core/team/receiver.ts';
import { adoptSharedSecrets, readSharedSecrets } from '../core/team/shared-secrets.ts';
import type { HeadlessHost } from './headless-host.ts';
import { openSettingsFile } from './headless-settings.ts';
import { prepare } from './prepare.ts';
import { systemLocale } from './system-locale.ts';

/**
 * Runs a receiver for a team in plain Node: hooks in, stream out, and `GET /health` on the port of the page, which it does not
 * have. A failure is one line that says why it could not run and what to do.
 */
export const startReceiverHost = async (
  dataDirectory: string,
  options: Options,
  { endpoint, secretsFile }: Extract<TeamTask, { kind: 'receive' }>,
  report: Report,
): Promise<Result<HeadlessHost, Failure>> => {
  const log = createLog((level, message) => {
    if (level !== 'info') process.stderr.write(`${level}: ${message}\n`);
  });
  const onWarning = (failure: Failure): void => report({ event: 'error', ...failure }, systemClock.now());
  const secrets = readSecretsFile(secretsFile);
  if (!secrets.ok) return fail({ code: 'settings-invalid', message: secrets.failure });
  const prepared = await prepare(dataDirectory, { options, log, openSettingsFile, onWarning });
  if (!prepared.ok) return prepared;
  const { database, settings } = prepared.value;
  if (secrets.value !== null) adoptSharedSecrets(database, secrets.value, systemClock.now());
  const { credentialsFile } = endpoint;
  const receiver = createReceiver({
    ...endpoint,
    credentials: async () => (credentialsFile === null ? null : readFile(credentialsFile, 'utf8')),
    database,
    settings,
    hookPort: options.hookPort,
    loadNats,
    clock: systemClock,
    random: Math.random,
    log,
    fetch: (url, init) => fetch(url, init),
    report,
    reading: createReader({ settings: settings.current, clock: systemClock, locale: systemLocale(process.env) }),
  });
  const healthServer = createHealthServer(receiver.health);
  const dispose = async (): Promise<void> => {
    await healthServer.dispose();
    await receiver.dispose();
    await prepared.value.dispose();
  };
  const giveUp = async (failure: Failure): Promise<Result<HeadlessHost, Failure>> => {
    await dispose();
    return fail(failure);
  };
  let uiUrl: string | null = null;
  if (options.uiPort !== null) {
    const listening = await healthServer.listen(options.uiPort);
    if (!listening.ok) return giveUp(listening.failure);
    uiUrl = `http://127.0.0.1:${listening.value}/health`;
  }
  const started = await receiver.start();
  if (!started.ok) return giveUp(started.failure);
  report({ event: 'ready', ...started.value, uiUrl, pid: process.pid }, systemClock.now());
  return succeed({ dispose });
};

const readSecretsFile = (file: string | null): Result<readonly string[] | null, string> => {
  if (file === null) return succeed(null);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail(`--hook-secret ${file} cannot be read (${cause})`);
  }
  const secrets = readSharedSecrets(text);
  return secrets.ok ? secrets : fail(`--hook-secret ${file}: ${secrets.failure}`);
};
