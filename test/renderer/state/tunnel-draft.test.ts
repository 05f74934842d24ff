import { describe, expect, it } from 'vitest';
import type { TunnelChoice } from '../../../electron/contract/index.ts';
import { changesHookUrls, choiceOf, draftOf } from '../../../renderer/state/tunnel-draft.ts';

const relay: TunnelChoice = { tunnel: 'localtunnel', tunnelHost: 'https://localtunnel.me', publicUrl: null };
const own: TunnelChoice = { ...relay, tunnel: 'url', publicUrl: 'https://hooks.example.com' };

describe('the choice a draft stands for', () => {
  it.each([
    ['a relay', relay],
    ['an address', own],
    ['neither', { ...own, tunnel: 'off' } as const],
  ])('is what was saved while nothing is changed: %s', (_, saved) =>
    expect(choiceOf(draftOf(saved), saved)).toEqual(saved),
  );

  it('takes no account of spaces around an address', () =>
    expect(choiceOf({ ...draftOf(relay), tunnel: 'url', publicUrl: ' https://a.example ' }, relay)).toEqual({
      ...relay,
      tunnel: 'url',
      publicUrl: 'https://a.example',
    }));

  it('keeps the saved field of a way that is not chosen, whatever was typed there', () => {
    expect(choiceOf({ ...draftOf(own), tunnelHost: '' }, own)).toEqual(own);
    expect(choiceOf({ ...draftOf(relay), publicUrl: 'half an add' }, relay)).toEqual(relay);
  });
});

describe('whether the hook URLs change', () => {
  it.each<[string, TunnelChoice, TunnelChoice, boolean]>([
    ['nothing changed', relay, relay, false],
    ['another server', relay, { ...relay, tunnelHost: 'https://relay.example' }, true],
    ['from a server to an address', relay, own, true],
    ['another address', own, { ...own, publicUrl: 'https://other.example' }, true],
    ['the server of a way that is not in use', own, { ...own, tunnelHost: 'https://relay.example' }, false],
    ['turned off: there are none to paste', relay, { ...relay, tunnel: 'off' }, false],
    ['turned on again', { ...relay, tunnel: 'off' }, relay, true],
  ])('%s', (_, saved, choice, expected) => expect(changesHookUrls(choice, saved)).toBe(expected));
});
