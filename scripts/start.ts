import { fileURLToPath } from 'node:url';
import { systemClock } from '../electron/core/clock.ts';
import { launch } from './launch.ts';
import { createStopRequest } from './stop-request.ts';

// `npm start` and `npm run demo`: the desktop app where one can run, the headless host anywhere else.
const stop = createStopRequest();
// Ctrl+C in a terminal reaches the host as well; a second SIGINT could cut its shutdown short, so it gets the other signal.
process.on('SIGINT', () => stop.request(process.stdin.isTTY ? 'SIGTERM' : 'SIGINT'));
process.on('SIGTERM', () => stop.request('SIGTERM'));
process.on('SIGHUP', () => stop.request('SIGTERM'));
// Whoever read our output is gone: the app goes on without a reader.
process.stdout.on('error', () => undefined);

process.exitCode = await launch({
  root: fileURLToPath(new URL('..', import.meta.url)),
  flags: process.argv.slice(2),
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  stop,
  clock: systemClock,
  print: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
  readyLimit: 20_000,
  downloadLimit: 90_000,
});
