import { expect, it } from 'vitest';
import { windowOptions } from '../../../electron/shell/window/options.ts';

const look = {
  placement: { width: 420, height: 680 },
  isDark: false,
  isPackaged: true,
  preload: '/app/preload.cjs',
  icon: null,
};

it('runs the page sandboxed, isolated and without Node', () => {
  expect(windowOptions(look).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    partition: 'page',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
});

it('has developer tools in unpacked builds only', () => {
  expect(windowOptions({ ...look, isPackaged: false }).webPreferences?.devTools).toBe(true);
});

it('stays hidden, on the ground of its theme, until the page has drawn itself', () => {
  expect(windowOptions(look)).toMatchObject({ show: false, backgroundColor: '#f4f5f7' });
  expect(windowOptions({ ...look, isDark: true })).toMatchObject({ show: false, backgroundColor: '#111317' });
});

it('never gets too small to use', () => {
  expect(windowOptions(look)).toMatchObject({ width: 420, height: 680, minWidth: 360, minHeight: 480 });
});
