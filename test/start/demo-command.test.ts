import { expect, it } from 'vitest';
import { demoCommand } from '../../electron/start/demo-command.ts';

it.each([
  ['installed', '/usr/local/bin/redbooth-notifier', 'redbooth-notifier --demo --ui-port 0'],
  ['built', '/srv/app/dist/headless.js', 'node /srv/app/dist/headless.js --demo --ui-port 0'],
  ['built, in a folder with a space', '/srv/my app/headless.js', 'node "/srv/my app/headless.js" --demo --ui-port 0'],
])('the demo beside a headless host that is %s is started by a command like its own', (_name, script, command) => {
  expect(demoCommand(['/usr/bin/node', script])).toBe(command);
});
