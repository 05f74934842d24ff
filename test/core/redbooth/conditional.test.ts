import { describe, expect, it } from 'vitest';
import { createHastyClock } from './hasty-clock.ts';
import type { ReceivedRequest, ScriptedReply } from './scripted-api.ts';
import { createTokens, startTalk, valueOf } from './talk.ts';

const repliedAt = Date.UTC(2026, 10, 23, 9, 0, 0);
const date = new Date(repliedAt).toUTCString();

type Version = { readonly name: string; readonly etag: string; readonly savedAgo: number; readonly padding: string };

const reply = (version: Partial<Version> = {}): ScriptedReply => {
  const { name = 'Write the offer', etag = '"v1"', savedAgo = 60, padding = '' } = version;
  return {
    headers: { ETag: etag, Date: date, 'X-Redbooth-From-Cache': 'true' },
    body: { id: 1, name, project_id: 2, updated_at: repliedAt / 1000 - savedAgo, description: padding },
  };
};
const notModified: ScriptedReply = { status: 304, headers: { ETag: '"v1"', Date: date }, body: '' };

const conditionOf = ({ headers }: ReceivedRequest): string | undefined => headers['if-none-match'];

describe('asking for one thing again', () => {
  it.each(['"v1"', 'W/"v1"'])('is done by its ETag %s, and 304 is answered as before', async (etag) => {
    const { api, client } = await startTalk();
    api.script(reply({ etag }), notModified, notModified);
    const first = valueOf(await client.task('1'));
    expect(valueOf(await client.task('1'))).toEqual(first);
    expect(valueOf(await client.inBackground.task('1'))).toEqual(first);
    expect(api.requests.map(conditionOf)).toEqual([undefined, etag, etag]);
  });

  it('takes what is new, and asks by that from then on', async () => {
    const { api, client } = await startTalk();
    api.script(reply(), reply({ name: 'Send the offer', etag: '"v2"' }), notModified);
    await client.task('1');
    expect(valueOf(await client.task('1')).name).toBe('Send the offer');
    expect(valueOf(await client.task('1')).name).toBe('Send the offer');
    expect(api.requests.map(conditionOf)).toEqual([undefined, '"v1"', '"v2"']);
  });

  it.each([0, 1])(
    'is not done by the ETag of a task saved %d s before the reply: the same second may hold more',
    async (savedAgo) => {
      const { api, client } = await startTalk();
      api.serve(() => reply({ savedAgo }));
      await client.task('1');
      await client.task('1');
      expect(api.requests.map(conditionOf)).toEqual([undefined, undefined]);
    },
  );

  it.each<[string, ScriptedReply]>([
    ['no ETag', { headers: { Date: date }, body: { id: 1, project_id: 2, updated_at: 1 } }],
    ['no time of saving', { headers: { Date: date, ETag: '"v1"' }, body: { id: 1, project_id: 2 } }],
    ['no usable date', { headers: { Date: 'today', ETag: '"v1"' }, body: { id: 1, project_id: 2, updated_at: 1 } }],
  ])('is plain when the reply had %s', async (_name, answer) => {
    const { api, client } = await startTalk();
    api.serve(() => answer);
    await client.task('1');
    await client.task('1');
    expect(api.requests.map(conditionOf)).toEqual([undefined, undefined]);
  });

  it('is plain again after 10 minutes, so that nothing stays hidden', async () => {
    const clock = createHastyClock();
    const { api, client } = await startTalk({ clock });
    api.serve(() => reply());
    await client.task('1');
    clock.advance(599_999);
    await client.task('1');
    clock.advance(600_000);
    await client.task('1');
    expect(api.requests.map(conditionOf)).toEqual([undefined, '"v1"', undefined]);
  });

  it('is plain for good once the same ETag came with another reply', async () => {
    const { api, client } = await startTalk();
    api.script(reply(), reply({ name: 'Send the offer' }));
    api.serve(() => reply({ name: 'Call them', etag: '"v3"' }));
    for (let look = 0; look < 4; look += 1) await client.task('1');
    expect(api.requests.map(conditionOf)).toEqual([undefined, '"v1"', undefined, undefined]);
  });

  it('is plain with another token, which may be another person’s', async () => {
    const tokens = createTokens('ana', 'ben', 'none');
    const { api, client } = await startTalk({ tokens });
    api.script(reply(), { status: 401 }, reply({ name: 'What Ben sees' }), notModified);
    await client.task('1');
    expect(valueOf(await client.task('1')).name).toBe('What Ben sees');
    await client.task('1');
    expect(api.requests.map((request) => [request.headers.authorization, conditionOf(request)])).toEqual([
      ['Bearer ana', undefined],
      ['Bearer ana', '"v1"'],
      ['Bearer ben', undefined],
      ['Bearer ben', '"v1"'],
    ]);
  });

  it('is plain after a write of one’s own', async () => {
    const { api, client } = await startTalk();
    api.serve(() => reply());
    await client.task('1');
    await client.setTaskStatus('1', 'resolved');
    await client.task('1');
    expect(api.requests.map(conditionOf)).toEqual([undefined, undefined, undefined]);
  });

  it('keeps no more than 4 MiB, and loses what was asked for longest ago', async () => {
    const { api, client } = await startTalk();
    api.serve(() => reply({ padding: 'x'.repeat(1_200_000) }));
    for (const id of ['1', '2', '3', '1', '4', '1', '2']) await client.task(id);
    expect(api.requests.map((request) => [request.path.slice(-1), conditionOf(request)])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
      ['1', '"v1"'],
      ['4', undefined],
      ['1', '"v1"'],
      ['2', undefined],
    ]);
  });

  it('keeps no more than 500 things', async () => {
    const { api, client } = await startTalk();
    api.serve(() => reply());
    for (let id = 1; id <= 501; id += 1) await client.task(String(id));
    await client.task('501');
    await client.task('1');
    expect(api.requests.slice(-2).map(conditionOf)).toEqual(['"v1"', undefined]);
  });

  it('is always plain for who is signed in, as that reply holds private tokens, and for lists', async () => {
    const { api, client } = await startTalk();
    const headers = { ETag: '"v1"', 'Last-Modified': date, Date: date };
    api.serve(({ path }) => ({
      headers,
      body: path.endsWith('/me') ? { id: 1, first_name: 'Ana', updated_at: 1 } : [{ id: 1, updated_at: 1 }],
    }));
    for (let look = 0; look < 2; look += 1) {
      await client.me();
      await client.projects();
    }
    for (const { headers: sent } of api.requests) {
      expect(sent['if-none-match']).toBeUndefined();
      expect(sent['if-modified-since']).toBeUndefined();
    }
    expect(api.requests).toHaveLength(4);
  });
});
