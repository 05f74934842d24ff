import { rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Plugin, defineConfig } from 'vite';

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
    sourcemap: true,
    // What is bundled brings its licences along.
    license: { fileName: `licences-${name}.md` },
    rolldownOptions: {
      input: { [name]: path(entry) },
      external,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        chunkFileNames: `${name}-[name]-[hash].${format === 'cjs' ? 'cjs' : 'js'}`,
        // A script is compiled at each start and kept in memory as text. Functions keep their names: a log’s stack traces show them.
        minify: { compress: true, mangle: { keepNames: true }, codegen: true },
      },
    },
  },
});

/**
 * What the headless host’s entry loads once it has looked at the version of Node is CommonJS: an ES module that imports `node:http`
 * has Node load its whole fetch with it, 12 MiB that nobody uses.
 */
const loadHeadlessRun: Plugin = {
  name: 'headless-run',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'headless',
  resolveId: (id) => (id.endsWith('/start/run-headless.ts') ? { id: './headless-run.cjs', external: true } : null),
};

/**
 * The settings’ store brings a compiler of JSON schemas for those who give it one. Ours are checked by `core/settings/`; without it
 * each start has a fifth less of code to load.
 */
const schemaCompiler = '\0no-schema-compiler';
const withoutSchemaCompiler: Plugin = {
  name: 'without-schema-compiler',
  enforce: 'pre',
  resolveId: (id) => (id === 'ajv/dist/2020.js' || id === 'ajv-formats' ? schemaCompiler : null),
  load: (id) =>
    id === schemaCompiler
      ? `const none = () => { throw new Error('Schemas are not compiled here.'); };
         export { none as Ajv2020, none as default };`
      : null,
};

export default defineConfig({
  plugins: [loadHeadlessRun, withoutSchemaCompiler],
  root: path('renderer'),
  base: './',
  build: {
    target: ['es2022', 'chrome108'],
    cssTarget: 'chrome108',
  },
  environments: {
    client: {
      build: {
        license: { fileName: 'licences.md' },
        outDir: path('dist/renderer'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: false,
      },
    },
    main: bundle('main', 'electron/main.ts', 'cjs'),
    preload: bundle('preload', 'electron/preload.ts', 'cjs'),
    headless: bundle('headless', 'electron/headless.ts', 'es'),
    headlessRun: bundle('headless-run', 'electron/start/run-headless.ts', 'cjs'),
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
