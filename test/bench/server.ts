/**
 * One server under load, in a process of its own: `node server.ts bare`, or `node server.ts listener FILE`. Says where
 * it is reached as one line of JSON, and ends with its parent.
 */
import { createServer } from 'node:http';
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createHookUrls } from '../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../electron/core/hooks/journal.ts';
import { createListener } from '../../electron/core/hooks/listener.ts';
import { createNonces } from '../../electron/core/hooks/nonces.ts';
import { createLog } from '../../electron/core/log.ts';

const [kind, file = ''] = process.argv.slice(2);
const say = (port: number, path: string): void => console.log(JSON.stringify({ port, path }));
process.on('disconnect', () => process.exit());
/** Does on demand what a worker would have done meanwhile, so that rounds do not weigh on later ones. */
let settle = (): void => undefined;
process.on('message', () => {
  settle();
  process.send?.('settled');
});

if (kind === 'bare') {
  const server = createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => response.end());
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) say(address.port, '/');
  });
} else {
  const database = openDatabase(file);
  const settleAll = database.prepare("UPDATE hook SET settled_at = 1, result = 'unchanged' WHERE settled_at IS NULL");
  settle = () => void settleAll.run();
  const hookUrls = createHookUrls({ database, clock: systemClock, onChanged: () => undefined });
  const journal = createJournal({ database, clock: systemClock, onCommitted: () => undefined });
  const listener = createListener({
    hookUrls,
    append: journal.append,
    appendMany: journal.appendMany,
    nonces: createNonces({ clock: systemClock }),
    log: createLog((_level, message) => console.error(message)),
    clock: systemClock,
  });
  const hookUrl = hookUrls.add('Benchmark');
  const listening = await listener.listen(0);
  if (hookUrl.ok && listening.ok) say(listening.value, `/${hookUrl.value.secret}`);
}
