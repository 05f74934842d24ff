import { readFileSync, readdirSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import {
  type ChangeRow,
  type Mute,
  type Overview,
  type PageEvent,
  type Preferences,
  type Reply,
  type RequestName,
  type SignInSettings,
  type SystemSettings,
  type TunnelSettingsView,
  changeFilterSchema,
  preferencesSchema,
  tunnelChoiceSchema,
} from '../../../electron/contract/index.ts';
import { pagePolicy } from '../../../electron/core/page/policy.ts';
import { nothingSetUp } from './sample-account.ts';
import { sampleFacets, sampleMutes, samplePreferences } from './sample-preferences.ts';
import { matchingRows } from './matching-rows.ts';
import { sampleRow } from './sample.ts';
import { sampleTaskDetail } from './sample-task-detail.ts';
import { sampleOrganizations, sampleRequests, sampleTunnelSettings } from './sample-tunnel.ts';
import { sampleChecks } from './sample-checks.ts';

const root = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export type PageHostScript = {
  overview: Overview;
  rows: readonly ChangeRow[];
  isSignedIn: boolean;
  tunnelSettings?: TunnelSettingsView;
  signInSettings?: SignInSettings;
  systemSettings?: SystemSettings;
  releaseNotes?: string;
  preferences?: Preferences;
  mutes?: readonly Mute[];
  /** What is answered in place of the usual; an answer may be held back as a promise. */
  answers?: Partial<Record<RequestName, Reply | Promise<Reply>>>;
};

/** A stand-in for the headless host: serves the built page and answers by script. */
export type PageHost = {
  readonly address: string;
  readonly script: PageHostScript;
  /** What the page asked for, in order. */
  readonly asked: readonly { readonly name: string; readonly payload: unknown }[];
  /** With what the page asked for `name`, in order. */
  askedFor(name: RequestName): readonly unknown[];
  /** How many pages listen. */
  streams(): number;
  push(event: PageEvent): void;
  /** Cuts the event streams, as when the app stops. */
  hangUp(): void;
  dispose(): Promise<void>;
};

const files = (): ReadonlyMap<string, { content: Buffer; type: string }> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const type = types[extname(path)] ?? 'application/octet-stream';
        return [`/${path.slice(root.length)}`, { content: readFileSync(path), type }];
      }),
  );

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const startPageHost = async (script: PageHostScript): Promise<PageHost> => {
  const page = files();
  const asked: { name: string; payload: unknown }[] = [];
  const streams = new Set<ServerResponse>();

  const push = (event: PageEvent): void => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const changes = (payload: unknown): Reply => {
    const { before, limit, filter } = isRecord(payload) ? payload : {};
    const matching = matchingRows(script.rows, v.parse(changeFilterSchema, filter));
    const from = typeof before === 'string' ? matching.findIndex(({ id }) => Number(id) < Number(before)) : 0;
    if (from === -1) return { ok: true, value: { rows: [], next: null, total: matching.length } };
    const rows = matching.slice(from, from + Number(limit));
    return {
      ok: true,
      value: { rows, total: matching.length, next: from + rows.length < matching.length ? rows.at(-1)?.id : null },
    };
  };
  const taskDetail = (payload: unknown): Reply => {
    const row = script.rows.find(({ id }) => isRecord(payload) && id === payload['changeId']) ?? sampleRow({ id: '1' });
    const history = script.rows.filter(({ taskId }) => taskId === row.taskId);
    return { ok: true, value: { ...sampleTaskDetail, taskId: row.taskId, name: row.taskName, history } };
  };
  const reply = (name: string, payload: unknown): Reply | Promise<Reply> => {
    const scripted = new Map<string, Reply | Promise<Reply>>(Object.entries(script.answers ?? {})).get(name);
    if (scripted) return scripted;
    switch (name) {
      case 'overview':
        return { ok: true, value: script.overview };
      case 'changes':
        return changes(payload);
      case 'read-changes':
        return { ok: true, value: { unread: 0, readAt: 1 } };
      case 'undo-read':
        return { ok: true, value: { unread: script.overview.unread } };
      case 'task-detail':
        return taskDetail(payload);
      case 'open-change':
      case 'open-notification':
      case 'open-hooks-page':
      case 'open-organization-hooks-page':
      case 'open-applications-page':
      case 'sign-in':
        return { ok: true, value: { kind: 'opened' } };
      case 'copy-hook-url':
        return { ok: true, value: { kind: 'text', text: script.overview.hookUrls[0]?.url ?? '' } };
      case 'organizations':
        return { ok: true, value: sampleOrganizations };
      case 'copy-organization-message':
        return { ok: true, value: { kind: 'text', text: sampleOrganizations[0]?.message ?? '' } };
      case 'tunnel-settings':
        return { ok: true, value: script.tunnelSettings ?? sampleTunnelSettings };
      case 'choose-tunnel':
        script.tunnelSettings = { ...sampleTunnelSettings, choice: v.parse(tunnelChoiceSchema, payload) };
        return { ok: true, value: null };
      case 'team-settings':
        return { ok: true, value: { servers: '', hasCredentials: false, isFixed: false } };
      case 'choose-team':
        return { ok: true, value: null };
      case 'copy-local-address':
      case 'copy-diagnostics':
      case 'copy-checks':
        return { ok: true, value: { kind: 'text', text: sampleTunnelSettings.localAddress } };
      case 'run-checks':
        return { ok: true, value: sampleChecks };
      case 'received-requests':
        return { ok: true, value: sampleRequests };
      case 'copy-request-as-curl':
        return { ok: true, value: { kind: 'text', text: "curl -X POST 'http://127.0.0.1:4000/'" } };
      case 'sign-in-settings':
        return { ok: true, value: script.signInSettings ?? nothingSetUp };
      case 'copy-redirect-address':
        return { ok: true, value: { kind: 'text', text: nothingSetUp.redirectAddress } };
      case 'resolve-task':
      case 'reopen-task':
        return { ok: true, value: { isResolved: name === 'resolve-task' } };
      case 'release-notes':
        return { ok: true, value: script.releaseNotes ?? null };
      case 'system-settings':
        return {
          ok: true,
          value: script.systemSettings ?? { startsAtLogin: null, trayIcon: null, playsSounds: false },
        };
      case 'change-system-settings':
        script.systemSettings = {
          startsAtLogin: null,
          trayIcon: null,
          playsSounds: false,
          ...script.systemSettings,
          ...(isRecord(payload) ? payload : {}),
        };
        return { ok: true, value: script.systemSettings };
      case 'preferences':
        return { ok: true, value: script.preferences ?? samplePreferences };
      case 'change-preferences':
        script.preferences = v.parse(preferencesSchema, {
          ...(script.preferences ?? samplePreferences),
          ...(isRecord(payload) ? payload : {}),
        });
        push({ event: 'preferences', preferences: script.preferences });
        return { ok: true, value: null };
      case 'mutes':
        return { ok: true, value: script.mutes ?? sampleMutes };
      case 'unmute':
        script.mutes = (script.mutes ?? sampleMutes).filter(({ id }) => !isRecord(payload) || id !== payload['id']);
        return { ok: true, value: null };
      case 'mute-change':
        return { ok: true, value: { id: '9', readAt: null } };
      case 'facets':
        return { ok: true, value: sampleFacets };
      case 'history-settings':
        return { ok: true, value: { days: 90, changes: 50_000 } };
      case 'unread-changes':
        return { ok: true, value: { unread: script.overview.unread + 1 } };
      case 'test-reachability':
        return { ok: true, value: script.overview.reachability };
      default:
        return { ok: true, value: null };
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    const payload: unknown = JSON.parse(await text(request));
    asked.push({ name, payload });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await reply(name, payload)));
  };

  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', pagePolicy);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const name = path.startsWith('/api/') ? path.slice(5) : null;
    if (name === null) {
      const file = page.get(path === '/' ? '/index.html' : path);
      if (!file) return void response.writeHead(404).end();
      return void response.writeHead(200, { 'content-type': file.type }).end(file.content);
    }
    if (name === 'session') {
      script.isSignedIn = true;
      return void response.writeHead(204).end();
    }
    if (!script.isSignedIn) return void response.writeHead(401).end();
    if (name === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 2000\n\n');
      streams.add(response);
      return void response.on('close', () => streams.delete(response));
    }
    return void answer(request, response, name);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const stream of streams) stream.destroy();
  };
  const { port }: Pick<AddressInfo, 'port'> = portOf(server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    script,
    asked,
    askedFor: (name) => asked.filter((request) => request.name === name).map(({ payload }) => payload),
    streams: () => streams.size,
    hangUp,
    push,
    dispose: () => {
      hangUp();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

const portOf = (address: AddressInfo | string | null): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('The page host does not listen.');
  return address;
};
