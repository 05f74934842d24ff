/** `npm run soak:reconnect -- [--reconnects 1000]`: exit 1 if anything grows over so many reconnects. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Holdings, soakReconnects } from './reconnects.ts';

const { values } = parseArgs({ options: { reconnects: { type: 'string', default: '1000' } } });
const reconnects = Number(values.reconnects);
if (!Number.isInteger(reconnects) || reconnects < 1) {
  console.error('soak: --reconnects takes a whole number from 1');
  process.exit(2);
}

const print = (name: string, { sockets, servers, timers, memory }: Holdings): void =>
  console.log(
    `${name.padEnd(8)} sockets ${sockets}, servers ${servers}, timers ${timers}, memory ${(memory / 2 ** 20).toFixed(2)} MiB`,
  );

const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-soak-'));
try {
  const { before, after } = await soakReconnects({
    directory,
    warmUp: 100,
    reconnects,
    onHundred: (done, held) => print(String(done), held),
  });
  print('before', before);
  print('after', after);
  const isSteady =
    after.sockets <= before.sockets &&
    after.servers <= before.servers &&
    after.timers <= before.timers &&
    after.memory <= before.memory + 2 ** 20;
  console.log(isSteady ? 'STEADY' : 'GROWING');
  process.exitCode = isSteady ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
