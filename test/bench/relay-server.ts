/**
 * One of two processes: `node relay-server.ts relay`, a relay of the simulator; or `node relay-server.ts app FILE RELAY`, our
 * listener behind it. Says where it is reached as one line of JSON, and ends with its parent.
 */
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createHookUrls } from '../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../electron/core/hooks/journal.ts';
import { createListener } from '../../electron/core/hooks/listener.ts';
import { createNonces } from '../../electron/core/hooks/nonces.ts';
import { createLog } from '../../electron/core/log.ts';
import { createLocaltunnelProvider } from '../../electron/core/tunnel/localtunnel.ts';
import { createRelay } from '../../electron/simulator/relay/relay.ts';

const [kind, file = '', host = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

if (kind === 'relay') {
  const relay = createRelay();
  console.log(JSON.stringify(await relay.listen()));
} else {
  const database = openDatabase(file);
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
  const provider = createLocaltunnelProvider({
    host,
    name: 'a23456789012345678901234',
    fetch,
    accept: listener.accept,
    clock: systemClock,
    random: Math.random,
  });
  const hookUrl = hookUrls.add('Benchmark');
  const listening = await listener.listen(0);
  const opening = await provider.open(new AbortController().signal);
  if (!hookUrl.ok || !listening.ok || !opening.ok) throw new Error('the listener is not reachable');
  console.log(
    JSON.stringify({
      port: listening.value,
      path: `/${hookUrl.value.secret}`,
      publicHost: new URL(opening.tunnel.url).host,
    }),
  );
}
