/** The listener in a process that is going to be killed: `node journal-writer.ts FILE`. Says its port and path as one line of JSON. */
import { systemClock } from '../../../electron/core/clock.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createListener } from '../../../electron/core/hooks/listener.ts';
import { createNonces } from '../../../electron/core/hooks/nonces.ts';

const [file = ''] = process.argv.slice(2);
const clock = systemClock;
const database = openDatabase(file);
const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
const { append, appendMany } = createJournal({ database, clock, onCommitted: () => undefined });
const listener = createListener({
  hookUrls,
  append,
  appendMany,
  nonces: createNonces({ clock }),
  log: { info: () => undefined, warn: () => undefined, error: (message) => console.error(message) },
  clock,
});
const [kept] = hookUrls.list();
const added = kept ? null : hookUrls.add('Test');
const secret = kept?.secret ?? (added?.ok ? added.value.secret : '');
const listening = await listener.listen(0);
if (listening.ok) console.log(JSON.stringify({ port: listening.value, path: `/${secret}` }));
