// The desktop host: the core inside Electron.
import { app } from 'electron';
import { runDesktop } from './shell/run-desktop.ts';

runDesktop().catch((error: unknown) => {
  process.stderr.write(`redbooth-notifier: the app could not start (${String(error)}).\n`);
  app.exit(1);
});
