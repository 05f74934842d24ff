import { rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'node:sqlite'];

/** One bundle of the main side: everything inside but Electron and Node's own modules. */
const bundle = (name: string, entry: string, format: 'cjs' | 'es') => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external },
  build: {
    ssr: true,
    outDir: path('dist'),
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [name]: path(entry) },
      external,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        chunkFileNames: `${name}-[name]-[hash].${format === 'cjs' ? 'cjs' : 'js'}`,
      },
    },
  },
});

export default defineConfig({
  root: path('renderer'),
  base: './',
  build: {
    target: ['es2022', 'chrome108'],
    cssTarget: 'chrome108',
  },
  environments: {
    client: { build: { outDir: path('dist/renderer'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false } },
    main: bundle('main', 'electron/main.ts', 'cjs'),
    preload: bundle('preload', 'electron/preload.ts', 'cjs'),
    headless: bundle('headless', 'electron/headless.ts', 'es'),
  },
  builder: {
    async buildApp(builder) {
      rmSync(path('dist'), { recursive: true, force: true });
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
