import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { takeLock } from '../../../electron/core/database/lock.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';

it('a data directory is locked by one at a time, and free again once released', () => {
  const directory = temporaryDirectory();
  const first = takeLock(directory);
  expect(first).not.toBeNull();
  expect(takeLock(directory)).toBeNull();
  first?.release();
  const second = takeLock(directory);
  expect(second).not.toBeNull();
  second?.release();
});

it('one directory does not lock another', () => {
  const locks = [takeLock(temporaryDirectory()), takeLock(temporaryDirectory())];
  expect(locks).not.toContain(null);
  for (const lock of locks) lock?.release();
});

it('another process is kept out, and its lock is gone when it is killed', async () => {
  const directory = temporaryDirectory();
  const code = `
    const { takeLock } = await import(${JSON.stringify(new URL('../../../electron/core/database/lock.ts', import.meta.url).href)});
    globalThis.lock = takeLock(${JSON.stringify(directory)});
    process.stdout.write(globalThis.lock ? 'locked' : 'refused');
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('locked');
    expect(takeLock(directory)).toBeNull();
  } finally {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
  const lock = takeLock(directory);
  expect(lock).not.toBeNull();
  lock?.release();
});
