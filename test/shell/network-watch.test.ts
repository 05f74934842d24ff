import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { watchNetwork } from '../../electron/shell/network-watch.ts';
import { createFakeClock } from '../fakes/clock.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  family: 'IPv4',
  cidr: null,
});

const start = () => {
  const clock = createFakeClock();
  const network: { interfaces: Record<string, NetworkInterfaceInfo[]> } = { interfaces: { wifi: [at('10.0.0.2')] } };
  let changes = 0;
  const watch = watchNetwork({
    interfaces: () => network.interfaces,
    clock,
    onChange: () => {
      changes += 1;
    },
  });
  return { clock, network, watch, changes: () => changes };
};

it('tells of another network once', async () => {
  const { clock, network, changes } = start();
  await clock.advance(60_000);
  expect(changes()).toBe(0);
  network.interfaces = { wifi: [at('192.168.1.7')] };
  await clock.advance(60_000);
  expect(changes()).toBe(1);
});

it('is silent while there is none, and tells when it is back', async () => {
  const { clock, network, changes } = start();
  network.interfaces = { loopback: [at('127.0.0.1', true)] };
  await clock.advance(60_000);
  expect(changes()).toBe(0);
  network.interfaces = { wifi: [at('10.0.0.2')] };
  await clock.advance(60_000);
  expect(changes()).toBe(1);
});

it('takes the order of addresses for nothing, and stops when told', async () => {
  const { clock, network, watch, changes } = start();
  network.interfaces = { lan: [], wifi: [at('10.0.0.2')], loopback: [at('127.0.0.1', true)] };
  await clock.advance(20_000);
  expect(changes()).toBe(0);
  watch.dispose();
  expect(clock.waiting()).toBe(0);
});
