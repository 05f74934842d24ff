import * as v from 'valibot';
import { expect, it } from 'vitest';
import { createKept } from '../../../electron/core/database/kept.ts';
import { temporaryDatabase, temporaryHistory } from '../../fakes/history.ts';

it('a value is kept over a restart, until it is taken away', () => {
  const history = temporaryHistory();
  const first = history.open();
  createKept(first, 'port', v.number()).write(1);
  createKept(first, 'port', v.number()).write(8765);
  createKept(first, 'name', v.string()).write('a');
  first.close();
  const kept = createKept(history.open(), 'port', v.number());
  expect(kept.read()).toBe(8765);
  kept.write(null);
  expect(kept.read()).toBeNull();
});

it.each(['"text"', '{broken', ''])('a value that does not fit any more reads as none: %s', (value) => {
  const database = temporaryDatabase();
  database.prepare('INSERT INTO kept VALUES (?, ?)').run('port', value);
  expect(createKept(database, 'port', v.number()).read()).toBeNull();
});
