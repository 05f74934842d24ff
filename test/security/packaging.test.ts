import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const packageSchema = v.object({
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
});
const { dependencies, devDependencies } = v.parse(packageSchema, JSON.parse(read('package.json')));

const newestMajorThen = 45;

describe('A packed app', () => {
  test.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['grantFileProtocolExtraPrivileges', false],
  ])('has the fuse %s set to %s', (fuse, value) => {
    expect(read('electron-builder.yml')).toMatch(new RegExp(`\\nelectronFuses:\\n(?:  .*\\n)*  ${fuse}: ${value}\\n`));
  });

  test('is one archive whose integrity is checked', () => {
    const configuration = read('electron-builder.yml');
    expect(configuration).toMatch(/\nasar: true\n/);
    expect(configuration).not.toContain('disableIntegrity');
    expect(configuration).not.toContain('asarUnpack');
  });

  test('runs on an Electron that was current when it was chosen', () => {
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(newestMajorThen);
  });

  test('is made of nothing but pinned versions', () => {
    const all = Object.entries({ ...dependencies, ...devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('holds no package for which an advisory is known and that tests alone need', () => {
    expect(Object.keys(dependencies)).not.toContain('localtunnel');
    expect(Object.keys(dependencies)).not.toContain('axios');
  });
});

test('No package runs a script when it is installed, and the workflow asks for advisories', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(read('.github/workflows/test.yml')).toContain('npm audit --omit=dev');
});
