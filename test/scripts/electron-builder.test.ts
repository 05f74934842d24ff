import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appId, appName, toastActivatorId } from '../../electron/shell/app-identity.ts';
import { linkScheme } from '../../electron/shell/app-link.ts';
import { fuseNames } from '../../scripts/fuses.ts';
import { at, membersAt, readProjectFile, readProjectYaml } from './read-yaml.ts';

const configuration = readProjectYaml('electron-builder.yml');
const manifest: unknown = JSON.parse(readProjectFile('package.json'));
const exists = (path: string): boolean => existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

describe('the packages', () => {
  it('go by the names that the app goes by', () => {
    expect(at(configuration, 'appId')).toBe(appId);
    expect(at(configuration, 'productName')).toBe(appName);
    expect(at(manifest, 'productName')).toBe(appName);
    expect(at(configuration, 'protocols', 0, 'schemes')).toEqual([linkScheme]);
    expect(at(manifest, 'desktopName')).toBe('redbooth-notifier.desktop');
  });

  it('say of every fuse what it is to be', () => {
    const said = membersAt(configuration, 'electronFuses').map(([name]) => name);
    expect(said).toEqual([...fuseNames, 'resetAdHocDarwinSignature']);
  });

  it('are made in every format that is promised', () => {
    expect(at(configuration, 'linux', 'target')).toEqual(['AppImage', 'deb', 'rpm']);
    expect(at(configuration, 'win', 'target')).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(at(configuration, 'mac', 'target')).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
  });

  it('leave the AppImage to come first, or a package manager’s mark would switch its updates off', () => {
    expect(at(configuration, 'linux', 'target', 0)).toBe('AppImage');
  });

  it('find what they are made from', () => {
    for (const path of ['icon.icns', 'icon.ico', 'icons/512x512.png', 'entitlements.mac.plist', 'installer.nsh'])
      expect(exists(`assets/package/${path}`), path).toBe(true);
    for (const path of [at(configuration, 'mac', 'entitlements'), at(configuration, 'nsis', 'include')])
      expect(exists(String(path)), String(path)).toBe(true);
  });

  it('hand links over behind a “--”, where nothing is a flag', () => {
    expect(at(configuration, 'linux', 'executableArgs')).toEqual(['--']);
  });
});

describe('macOS', () => {
  it('loosens nothing of the hardened runtime but what V8 needs', () => {
    expect(at(configuration, 'mac', 'hardenedRuntime')).toBe(true);
    const keys = [...readProjectFile('assets/package/entitlements.mac.plist').matchAll(/<key>(.*)<\/key>/g)];
    expect(keys.map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
  });
});

describe('the uninstaller of Windows', () => {
  const script = readProjectFile('assets/package/installer.nsh');

  it.each([
    ['links', `DeleteRegKey HKCU "Software\\Classes\\${linkScheme}"`],
    ['clicks on notifications', `DeleteRegKey HKCU "Software\\Classes\\CLSID\\${toastActivatorId}"`],
    ['login item', `CurrentVersion\\Run" "${appId}"`],
  ])('takes the app’s %s out of the registry', (_, line) => {
    expect(script).toContain(line);
  });

  it('leaves them where an update runs it', () => {
    expect(script).toContain('${ifNot} ${isUpdated}');
  });
});
