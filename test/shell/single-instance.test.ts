import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeSingleInstance } from '../../electron/shell/single-instance.ts';

const start = (isFirst: boolean) => {
  const events = new EventEmitter();
  const steps: string[] = [];
  const seconds: (readonly string[])[] = [];
  const taken = takeSingleInstance(
    {
      setPath: (name, path) => void steps.push(`${name}=${path}`),
      requestSingleInstanceLock: () => {
        steps.push('lock');
        return isFirst;
      },
      on: (event: string, listener: (...given: never[]) => void) =>
        events.on(event, (...given: unknown[]) => void Reflect.apply(listener, undefined, given)),
    },
    join('/', 'state'),
    (commandLine) => seconds.push(commandLine),
  );
  return { taken, events, steps, seconds };
};

it('asks for the lock of the data directory, with Chromium’s own files in a folder there', () => {
  const { taken, steps } = start(true);
  expect(taken).toBe(true);
  expect(steps).toEqual([`userData=${join('/', 'state')}`, `sessionData=${join('/', 'state', 'chromium')}`, 'lock']);
});

it('tells the first when a second is started, and how', () => {
  const { events, seconds } = start(true);
  events.emit('second-instance', {}, ['app', 'redbooth-notifier://open'], '/');
  expect(seconds).toEqual([['app', 'redbooth-notifier://open']]);
});

it('gives way when it is the second', () => {
  const { taken, events } = start(false);
  expect(taken).toBe(false);
  expect(events.listenerCount('second-instance')).toBe(0);
});
