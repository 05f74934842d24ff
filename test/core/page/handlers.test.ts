import { describe, expect, it } from 'vitest';
import { startPage, value } from './whole-page.ts';

describe('the page', () => {
  it('gets the overview', async () => {
    const { dispatch, tell } = startPage();
    tell('One');
    expect(value(await dispatch('overview', null))).toMatchObject({ unread: 1, reachability: { state: 'online' } });
  });

  it('has reachability tested', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('test-reachability', null))).toMatchObject({ state: 'online', sentence: 'Reachable' });
  });

  it('pauses for some minutes, until resumed, and resumes', async () => {
    const { dispatch, overview, clock } = startPage();
    await dispatch('pause', { minutes: 30 });
    expect(overview().pause).toEqual({ state: 'paused', until: clock.now() + 30 * 60_000 });
    await dispatch('pause', { minutes: null });
    expect(overview().pause).toEqual({ state: 'paused', until: null });
    await dispatch('resume', null);
    expect(overview().pause).toEqual({ state: 'running' });
  });

  it('takes a notice off', async () => {
    const { dispatch, overview } = startPage({ interrupted: 1 });
    expect(value(await dispatch('dismiss-notice', { id: 'interrupted' }))).toBeNull();
    expect(overview().notices).toEqual([]);
    expect(value(await dispatch('dismiss-notice', { id: 'interrupted' }))).toEqual({
      code: 'not-found',
      message: 'There is no such notice any more.',
    });
  });
});
