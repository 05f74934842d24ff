import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../e2e/browser/chromium.ts';
import { type Benchmark, type Measured, median } from './figure.ts';
import { headlessEntry, startPlain, startRedbooth } from './hosts.ts';
import { loadedAtFirst } from '../renderer/harness/loaded-at-first.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const visits = 15;

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => statSync(join(root, file)).isFile());

/** What electron-builder.yml packs: the patterns of its `files`, the last that fits a file decides. */
const packed = (): readonly string[] => {
  const [, list = ''] =
    /^files:\n((?: {2}- .*\n)+)/m.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) ?? [];
  const patterns = [...list.matchAll(/^ {2}- '?(!?)([^'\n]+)'?$/gm)].map(([, not, pattern = '']) => ({
    not: not === '!',
    pattern,
  }));
  return [...filesUnder('dist'), ...filesUnder('assets'), 'package.json'].filter((file) => {
    const last = patterns.findLast(({ pattern }) => matchesGlob(file, pattern));
    return last !== undefined && !last.not;
  });
};

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);

const firstContent = async (): Promise<readonly Measured[]> => {
  const executablePath = chromiumPath();
  if (executablePath === null) return [{ name: 'first content', leftOut: 'there is no Chromium here' }];
  const redbooth = await startRedbooth();
  const host = startPlain(
    process.execPath,
    [headlessEntry, ...redbooth.flags, '--tunnel', 'off', '--ui-port', '0'],
    redbooth.environment,
  );
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  try {
    const uiUrl = String((await host.line('ready'))['uiUrl']);
    const page = await browser.newPage();
    await page.goto(uiUrl);
    await page.getByRole('heading').first().waitFor();
    const times: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      await page.goto(new URL('/', uiUrl).href, { waitUntil: 'load' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
      );
    }
    return [
      {
        name: 'first content after navigation, median',
        value: median(times),
        unit: 'ms',
        goal: { atMost: 100 },
        isTimed: true,
      },
      { name: 'first content after navigation, longest', value: Math.max(...times), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await redbooth.dispose();
  }
};

/** What was built: how big it is, and how soon the page shows something. */
export const pageAndSize: Benchmark = {
  name: 'page and size',
  run: async () => {
    const files = packed();
    const scripts = files.filter((file) => file.startsWith('dist/renderer/') && file.endsWith('.js'));
    const zipped = (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file))).length, 0) / 1000;
    const mebibytes = (part: readonly string[]): number => sizeOf(part) / 2 ** 20;
    return [
      {
        name: 'scripts of the page at first, gzip',
        value: zipped(loadedAtFirst(join(root, 'dist/renderer')).map((name) => `dist/renderer/assets/${name}`)),
        unit: 'KB',
        goal: { atMost: 70 },
      },
      { name: 'scripts of the page, all, gzip', value: zipped(scripts), unit: 'KB' },
      ...(await firstContent()),
      { name: 'all that is added to Electron', value: mebibytes(files), unit: 'MiB', goal: { atMost: 12 } },
      {
        name: 'of it, the main side',
        value: mebibytes(files.filter((file) => /^dist\/[^/]+$/.test(file))),
        unit: 'MiB',
      },
      {
        name: 'of it, the page',
        value: mebibytes(files.filter((file) => file.startsWith('dist/renderer/'))),
        unit: 'MiB',
      },
      { name: 'of it, icons', value: mebibytes(files.filter((file) => file.startsWith('assets/'))), unit: 'MiB' },
    ];
  },
};
