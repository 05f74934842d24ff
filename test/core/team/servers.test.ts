import { expect, it } from 'vitest';
import { readTeamServers } from '../../../electron/core/team/servers.ts';

it.each([
  ['nats://127.0.0.1:4333', { addresses: ['127.0.0.1:4333'], needsTls: false }],
  ['nats://localhost', { addresses: ['localhost:4222'], needsTls: false }],
  ['nats://[::1]:1', { addresses: ['[::1]:1'], needsTls: false }],
  ['tls://127.0.0.1', { addresses: ['127.0.0.1:4222'], needsTls: true }],
  ['nats://hooks.example.com:80', { addresses: ['hooks.example.com:80'], needsTls: true }],
  ['nats://a.example, nats://b.example:1', { addresses: ['a.example:4222', 'b.example:1'], needsTls: true }],
  ['nats://127.0.0.1,nats://b.example', { addresses: ['127.0.0.1:4222', 'b.example:4222'], needsTls: true }],
])('%s is read, and asks for TLS beyond this machine', (text, servers) => {
  expect(readTeamServers(text)).toEqual(servers);
});

it.each([
  '',
  'hooks.example.com',
  'http://hooks.example.com',
  'nats://',
  'nats://a.example,',
  'nats://ada:secret@a.example',
  'nats://token@a.example',
  'nats://a.example/path',
  'nats://a.example?tls=off',
  'nats://a.example:99999',
  Array.from({ length: 17 }, (_, index) => `nats://h${index}.example`).join(','),
])('“%s” is not taken', (text) => {
  expect(readTeamServers(text)).toBeNull();
});
