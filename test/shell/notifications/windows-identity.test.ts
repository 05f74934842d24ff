import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { appId, toastActivatorId } from '../../../electron/shell/app-identity.ts';
import { identifyToWindows } from '../../../electron/shell/notifications/windows-identity.ts';

const identify = (platform: NodeJS.Platform): readonly string[] => {
  const told: string[] = [];
  const app = {
    setAppUserModelId: (id: string) => void told.push(id),
    setToastActivatorCLSID: (id: string) => void told.push(id),
  };
  identifyToWindows(app, platform);
  return told;
};

it('Windows learns whose toasts they are, and what to start for them', () => {
  expect(identify('win32')).toEqual([appId, toastActivatorId]);
});

it.each<NodeJS.Platform>(['darwin', 'linux'])('%s is told nothing of the kind', (platform) => {
  expect(identify(platform)).toEqual([]);
});

it('the id of the app is that of the installer’s shortcut, or toasts carry no name', () => {
  const builder = readFileSync(fileURLToPath(new URL('../../../electron-builder.yml', import.meta.url)), 'utf8');
  expect(builder).toMatch(new RegExp(`^appId: ${appId}$`, 'm'));
});

it('the id of what is started is a GUID in braces, as Electron takes it, and never changes', () => {
  expect(toastActivatorId).toBe('{9ACA938B-6339-4746-9189-69B6DF47073B}');
});
