import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSecrets } from '../../electron/start/secret-file.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { createFakeLog } from '../fakes/log.ts';
import { someSecrets } from '../fakes/secrets.ts';

const setUp = () => {
  const dataDirectory = temporaryDirectory();
  const log = createFakeLog();
  const open = () => createFileSecrets({ dataDirectory, log });
  return { dataDirectory, log, open, store: open(), path: join(dataDirectory, 'secrets.json') };
};

describe('the headless host’s secrets', () => {
  it('are read back after a restart', async () => {
    const { store, open } = setUp();
    expect(await store.read()).toEqual({ ok: true, value: null });
    expect(await store.write(someSecrets())).toMatchObject({ ok: true });
    expect(await open().read()).toEqual({ ok: true, value: someSecrets() });
  });

  it.skipIf(process.platform === 'win32')('are in a file for the user only', async () => {
    const { store, path } = setUp();
    await store.write(someSecrets());
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('say once a run that they are not encrypted, and nothing of themselves', async () => {
    const { store, log } = setUp();
    expect(await store.storage()).toMatchObject({ strength: 'file', canAllowWeak: false });
    expect(log.lines).toEqual([]);
    await store.write(someSecrets());
    await store.write(someSecrets());
    await store.read();
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatch(/^warn: .*not encrypted/);
    expect(log.lines.join()).not.toContain('planted');
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['half of it', JSON.stringify(someSecrets()).slice(0, -20)],
    ['another format', JSON.stringify({ ...someSecrets(), format: 2 })],
    [
      'a token that cannot go into a header',
      JSON.stringify(someSecrets({ application: { id: 'a', secret: 'b\r\nc' } })),
    ],
  ])('that are %s are kept aside, and met only once', async (_, content) => {
    const { store, open, path, dataDirectory } = setUp();
    writeFileSync(path, content);
    const read = await store.read();
    expect(read).toMatchObject({ ok: false, failure: { code: 'secrets-unreadable' } });
    expect(JSON.stringify(read)).not.toContain('planted');
    expect(readFileSync(`${path}.unreadable`, 'utf8')).toBe(content);
    expect(await open().read()).toEqual({ ok: true, value: null });
    await store.remove();
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  it('that cannot be written or read are a failure, not a crash', async () => {
    const { store, path } = setUp();
    mkdirSync(path);
    const written = await store.write(someSecrets());
    expect(written).toMatchObject({ ok: false, failure: { code: 'secrets-unwritable' } });
    expect(JSON.stringify(written)).not.toContain('planted');
    expect(await store.read()).toMatchObject({ ok: false, failure: { code: 'secrets-unreadable' } });
  });
});
