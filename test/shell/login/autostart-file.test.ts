import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { autostartPath, createAutostartFile } from '../../../electron/shell/login/autostart-file.ts';
import { readDesktopEntry } from '../../../electron/shell/login/desktop-entry.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createMemoryLog } from '../memory-log.ts';

const setUp = () => {
  const configDirectory = join(temporaryDirectory(), 'config');
  const path = autostartPath(configDirectory);
  const program = join(temporaryDirectory(), 'Redbooth Notifier.AppImage');
  writeFileSync(program, '');
  const create = () => createAutostartFile({ configDirectory, command: [program, '--hidden'], log: createMemoryLog() });
  const write = (text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  return { path, program, create, write, read: () => readFileSync(path, 'utf8') };
};

describe('the autostart file', () => {
  it('appears when switched on, starts the app hidden, and goes when switched off', () => {
    const { create, path, program, read } = setUp();
    const autostart = create();
    expect(autostart.isOn()).toBe(false);
    expect(autostart.set(true)).toMatchObject({ ok: true });
    expect(autostart.isOn()).toBe(true);
    expect(readDesktopEntry(read()).get('Exec')).toBe(`"${program}" --hidden`);
    expect(readDesktopEntry(read()).get('TryExec')).toBe(program);
    expect(readdirSync(dirname(path))).toEqual(['redbooth-notifier.desktop']);
    expect(autostart.set(false)).toMatchObject({ ok: true });
    expect(existsSync(path)).toBe(false);
    expect(autostart.isOn()).toBe(false);
  });

  it.each([
    ['a desktop’s settings hid it', '[Desktop Entry]\nType=Application\nExec=/a\nHidden=true\n', false],
    ['GNOME switched it off', '[Desktop Entry]\nExec=/a\nX-GNOME-Autostart-enabled=false\n', false],
    ['it starts nothing', '[Desktop Entry]\nType=Application\n', false],
    ['it is empty', '', false],
    ['somebody wrote their own', '[Desktop Entry]\nType=Application\nExec=env A=1 app\n', true],
  ])('is what others made of it: when %s', (_name, text, expected) => {
    const { create, write, read } = setUp();
    write(text);
    const autostart = create();
    expect(autostart.isOn()).toBe(expected);
    autostart.set(expected);
    expect(read()).toBe(text);
  });

  it('that was switched off elsewhere is on again when the user says so here', () => {
    const { create, write } = setUp();
    write('[Desktop Entry]\nType=Application\nExec=/a\nHidden=true\n');
    const autostart = create();
    autostart.set(true);
    expect(autostart.isOn()).toBe(true);
  });

  it('whose program is gone starts the one of now from then on', () => {
    const { create, program, write, read } = setUp();
    write('[Desktop Entry]\nType=Application\nExec=/gone/Old.AppImage --hidden\n');
    create();
    expect(readDesktopEntry(read()).get('Exec')).toContain(program);
  });

  it('whose program is gone stays off when it is off', () => {
    const { create, write, read } = setUp();
    const text = '[Desktop Entry]\nExec=/gone/Old.AppImage\nHidden=true\n';
    write(text);
    create();
    expect(read()).toBe(text);
  });

  it('that cannot be written is said with its place', () => {
    const { create, path } = setUp();
    mkdirSync(dirname(dirname(path)), { recursive: true });
    writeFileSync(dirname(path), 'in the way');
    const asked = create().set(true);
    expect(asked).toEqual({ ok: false, failure: { kind: 'file', path } });
  });
});
