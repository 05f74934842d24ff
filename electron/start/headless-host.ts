import { fileURLToPath } from 'node:url';
import { fail, succeed, type Failure, type Result } from '../contract/index.ts';
import { systemClock } from '../core/clock.ts';
import { createKept } from '../core/database/kept.ts';
import { createLog } from '../core/log.ts';
import type { Options } from '../core/operator/options.ts';
import type { Report } from '../core/operator/line.ts';
import { noSystem } from '../core/system-port.ts';
import { createPageLinks } from '../web/page-links.ts';
import { createPageNotifier } from '../web/page-notifier.ts';
import { type PageServer, createPageServer } from '../web/page-server.ts';
import { demoCommand } from './demo-command.ts';
import { followEnvironmentProxy } from './environment-proxy.ts';
import { createHostApp } from './host-app.ts';
import { openSettingsFile } from './headless-settings.ts';
import { nodeFetch } from './node-fetch.ts';
import { prepare } from './prepare.ts';
import { createFileSecrets } from './secret-file.ts';
import { systemLocale } from './system-locale.ts';
import { uiPortKey, uiPortSchema } from './ui-link.ts';

/** A running headless host. */
export type HeadlessHost = { dispose(): Promise<void> };

/**
 * Runs the core in plain Node: listens, serves the page on loopback, and reports every line. A failure is one line
 * that says why it could not run and what to do.
 */
export const startHeadlessHost = async (
  dataDirectory: string,
  options: Options,
  report: Report,
): Promise<Result<HeadlessHost, Failure>> => {
  // What goes well is told by the lines; stderr is for what does not.
  const log = createLog((level, message) => {
    if (level !== 'info') process.stderr.write(`${level}: ${message}\n`);
  });
  const onWarning = (failure: Failure): void => report({ event: 'error', ...failure }, systemClock.now());
  const proxy = followEnvironmentProxy(process.env);
  if (!proxy.ok) return fail({ code: 'settings-invalid', message: proxy.failure });
  const prepared = await prepare(dataDirectory, { options, log, openSettingsFile, onWarning });
  if (!prepared.ok) return prepared;
  const { database } = prepared.value;
  let server: PageServer | null = null;
  const app = createHostApp(prepared.value, options, {
    host: 'headless',
    log,
    report,
    fetch: proxy.value?.fetch ?? nodeFetch,
    notifier: createPageNotifier({ send: (event) => server?.notifyOne(event) ?? false }),
    openPage: async (url) => ({ kind: 'link', url }),
    copyText: async (text) => ({ kind: 'text', text }),
    system: {
      ...noSystem,
      locale: systemLocale(process.env),
      startDemo: async () => succeed({ kind: 'command', command: demoCommand(process.argv) }),
    },
    secrets: createFileSecrets({ dataDirectory: prepared.value.dataDirectory, log }),
  });
  const dispose = async (): Promise<void> => {
    await server?.dispose();
    await app.dispose();
    await prepared.value.dispose();
    proxy.value?.dispose();
  };
  const giveUp = async (failure: Failure): Promise<Result<HeadlessHost, Failure>> => {
    await dispose();
    return fail(failure);
  };

  if (options.uiPort !== null) {
    server = createPageServer({
      dispatch: app.dispatch,
      subscribe: (page) => app.subscribe(page),
      pageDirectory: fileURLToPath(new URL('./renderer', import.meta.url)),
      links: createPageLinks({ database, clock: systemClock }),
      log,
      clock: systemClock,
    });
    const listening = await server.listen(options.uiPort);
    if (!listening.ok) return giveUp(listening.failure);
    createKept(database, uiPortKey, uiPortSchema).write(listening.value);
  }
  const started = await app.start();
  if (!started.ok) return giveUp(started.failure);
  const uiUrl = server?.issueLink() ?? null;
  report({ event: 'ready', ...started.value, uiUrl, pid: process.pid }, systemClock.now());
  return succeed({ dispose });
};
