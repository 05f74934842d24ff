import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const directory = fileURLToPath(new URL('../../../dist', import.meta.url));
const textOf = (file: string): string => readFileSync(`${directory}/${file}`, 'utf8');
/** What only the client for NATS says. */
const isNats = (file: string): boolean => textOf(file).includes('$JS.API');

const chunks = readdirSync(directory).filter((file) => /\.c?js$/.test(file));
const named = String.raw`"\./([\w.-]+\.c?js)"`;

/** What is loaded along with a file, without anything being asked for later. */
const loadedWith = (file: string, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(file)) return found;
  found.add(file);
  const text = textOf(file);
  const atOnce = [
    ...text.matchAll(new RegExp(String.raw`^(?:import|export)\b[^;]*?${named};`, 'gm')),
    ...text.matchAll(new RegExp(String.raw`^(?:const|var|let) [^=;]+= require\(${named}\)`, 'gm')),
  ];
  for (const [, next] of atOnce) if (next !== undefined && chunks.includes(next)) loadedWith(next, found);
  return found;
};

it.each(['headless.js', 'main.cjs', 'preload.cjs'])('%s starts without anything of NATS', (entry) => {
  expect(
    [...loadedWith(entry)].filter((file) => isNats(file) && /nats-core|NatsConnectionImpl/.test(textOf(file))),
  ).toEqual([]);
});

it.each(['headless', 'main'])('%s has all of NATS in one piece of its own', (bundle) => {
  const own = chunks.filter((file) => file.startsWith(`${bundle}-`) && textOf(file).includes('NatsConnectionImpl'));
  expect(own).toHaveLength(1);
  expect(own[0]).toMatch(/nats/);
});
