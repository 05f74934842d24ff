import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDesktopEntry } from '../../electron/shell/login/desktop-entry.ts';
import { type LinkRegistrationPorts, registerLinks } from '../../electron/shell/register-links.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { createMemoryLog } from './memory-log.ts';

const register = (part: Partial<LinkRegistrationPorts>) => {
  const asked: unknown[][] = [];
  const dataHome = temporaryDirectory();
  const log = createMemoryLog();
  registerLinks({
    app: {
      setAsDefaultProtocolClient: (...given) => {
        asked.push(given);
        return true;
      },
    },
    platform: 'linux',
    isPackaged: true,
    executable: '/app',
    appImage: undefined,
    dataHome,
    log,
    ...part,
  });
  return { asked, log, entry: join(dataHome, 'applications', 'redbooth-notifier.desktop') };
};

it('leaves the links to the installed app when run from a checkout', () => {
  expect(register({ isPackaged: false }).asked).toEqual([]);
});

it('has Windows hand links over behind a “--”, where nothing is a flag', () => {
  const { asked } = register({ platform: 'win32', executable: 'C:\\app.exe' });
  expect(asked).toEqual([['redbooth-notifier', 'C:\\app.exe', ['--']]]);
});

it('tells the desktop of an AppImage, which nobody has installed', () => {
  const { asked, entry } = register({ appImage: '/home/ada/My App.AppImage' });
  const values = readDesktopEntry(readFileSync(entry, 'utf8'));
  expect(values.get('Exec')).toBe('"/home/ada/My App.AppImage" -- %u');
  expect(values.get('TryExec')).toBe('/home/ada/My App.AppImage');
  expect(values.get('MimeType')).toBe('x-scheme-handler/redbooth-notifier;');
  expect(asked).toEqual([['redbooth-notifier']]);
});

it('writes nothing for an installed app, whose package has told the desktop', () => {
  expect(existsSync(register({}).entry)).toBe(false);
});

it('goes on without links when the system refuses', () => {
  const { log } = register({ app: { setAsDefaultProtocolClient: () => false } });
  expect(log.lines).toHaveLength(1);
});
