import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
// CI adds the reports of several runs up.
const report = process.env['TEST_REPORT'];
const env = { TZ: 'UTC', LANG: 'en_GB.UTF-8' };

/** On a busy machine a page or another process may take its time; what never comes still fails. */
const patient = { poll: { timeout: 15_000 } };

export default defineConfig({
  root,
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        test: {
          name: 'unit',
          root,
          env,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/packaged/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'headless',
          root,
          env,
          include: ['test/e2e/headless/**/*.test.ts'],
          fileParallelism: false,
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          root,
          env,
          include: ['test/e2e/browser/**/*.test.ts'],
          fileParallelism: false,
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'desktop',
          root,
          env,
          include: ['test/e2e/desktop/**/*.test.ts'],
          fileParallelism: false,
          expect: patient,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'packaged',
          root,
          env,
          include: ['test/packaged/**/*.test.ts'],
          globalSetup: ['test/packaged/set-up.ts'],
          fileParallelism: false,
          expect: patient,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
