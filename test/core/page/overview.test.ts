import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { overviewSchema } from '../../../electron/contract/index.ts';
import { hookUrlView, publicAddress } from '../../../electron/core/page/overview.ts';
import { online, origin, startPage } from './whole-page.ts';

const record = {
  id: 'a1',
  name: 'My organisation',
  secret: 's3cret',
  createdAt: 1,
  lastArrivalAt: 2,
  previousUntil: 3,
  isPreviousUsed: true,
};

describe('a hook URL', () => {
  it('is the tunnel’s address and its secret path', () => {
    expect(publicAddress('https://name.example', record)).toBe('https://name.example/s3cret');
    expect(hookUrlView('https://name.example', record)).toEqual({
      id: 'a1',
      name: 'My organisation',
      url: 'https://name.example/s3cret',
      createdAt: 1,
      lastArrivalAt: 2,
      previousUntil: 3,
    });
  });

  it('is none before there is an address', () => {
    expect(hookUrlView(null, record).url).toBeNull();
  });
});

describe('the overview', () => {
  it('fits the contract, and brings together what the parts know', () => {
    const { overview, tell, hookUrls } = startPage({ isApiFailing: true, interrupted: 1 });
    tell('One', 'Two');
    hookUrls.add('Acme');
    const shown = overview();
    expect(v.parse(overviewSchema, shown)).toEqual(shown);
    expect(shown).toMatchObject({
      host: 'headless',
      demo: false,
      reachability: { state: 'online', provenAt: 1 },
      account: { state: 'signed-in' },
      hookUrls: [{ name: 'Acme', url: `https://name.example/${hookUrls.list()[0]?.secret}` }],
      unread: 2,
      pause: { state: 'running' },
      quiet: null,
    });
    expect(shown.notices.map(({ id }) => id)).toEqual(['api-failing', 'interrupted']);
  });

  it('shows hook URLs without an address while the tunnel has none', () => {
    const { overview, hookUrls } = startPage({ tunnelState: { ...online, state: 'connecting', url: null } });
    hookUrls.add('Acme');
    expect(overview().hookUrls).toMatchObject([{ name: 'Acme', url: null }]);
  });

  it('leads to the web hooks of the first organisation that was read, and until then to one that a task belongs to', async () => {
    const { overview, redbooth, dispatch } = startPage();
    expect(overview().hooksPage).toBe(`${origin}/app/organization/4/web_hooks`);
    redbooth.directory.anyOrganizationId = () => null;
    expect(overview().hooksPage).toBe(`${origin}/a/`);
    await dispatch('organizations', null);
    expect(overview().hooksPage).toBe(`${origin}/app/organization/4/web_hooks`);
  });
});
