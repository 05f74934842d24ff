import { describe, expect, it } from 'vitest';
import { type RequestSource, createHostCheck } from '../../electron/web/host-check.ts';

const own = 'http://127.0.0.1:8766';
const source = (given: Partial<RequestSource>): RequestSource => ({
  method: 'GET',
  path: '/',
  hosts: ['127.0.0.1:8766'],
  origins: [],
  fetchSite: null,
  ...given,
});

describe('the host check on port 8766', () => {
  const refusalOf = createHostCheck(8766);

  it.each<[string, Partial<RequestSource>]>([
    ['the page by address', {}],
    ['the page by name', { hosts: ['localhost:8766'] }],
    ['the page by IPv6 address', { hosts: ['[::1]:8766'] }],
    ['an address that was typed', { fetchSite: 'none' }],
    ['a link from another port of this machine', { fetchSite: 'same-site' }],
    ['a request of the page', { method: 'POST', path: '/api/overview', origins: [own], fetchSite: 'same-origin' }],
    [
      'a request of the page by name',
      { method: 'POST', hosts: ['localhost:8766'], origins: ['http://localhost:8766'] },
    ],
    ['the event stream', { path: '/api/events', fetchSite: 'same-origin' }],
    ['the event stream of a program that is no browser', { path: '/api/events' }],
  ])('lets %s pass', (_, given) => {
    expect(refusalOf(source(given))).toBeNull();
  });

  it.each<[string, Partial<RequestSource>]>([
    ['a name that was rebound to this machine', { hosts: ['evil.example:8766'] }],
    ['a name that only begins like ours', { hosts: ['localhost:8766.evil.example'] }],
    ['a name that only ends like ours', { hosts: ['evil.localhost:8766'] }],
    ['another port', { hosts: ['127.0.0.1:8767'] }],
    ['no port', { hosts: ['127.0.0.1'] }],
    ['another address of this machine', { hosts: ['127.0.0.2:8766'] }],
    ['no Host', { hosts: [] }],
    ['an empty Host', { hosts: [''] }],
    ['two Hosts', { hosts: ['127.0.0.1:8766', 'evil.example'] }],
  ])('refuses %s as a host', (_, given) => {
    expect(refusalOf(source(given))).toBe('host');
  });

  it.each<[string, Partial<RequestSource>]>([
    ['a foreign origin', { method: 'POST', origins: ['https://evil.example'] }],
    ['another port of this machine', { method: 'POST', origins: ['http://127.0.0.1:3000'] }],
    ['https', { method: 'POST', origins: ['https://127.0.0.1:8766'] }],
    ['an opaque origin', { method: 'POST', origins: ['null'] }],
    ['our other name', { method: 'POST', origins: ['http://localhost:8766'] }],
    ['no origin on POST', { method: 'POST' }],
    ['no origin on DELETE', { method: 'DELETE' }],
    ['no origin on OPTIONS', { method: 'OPTIONS' }],
    ['a foreign origin on the event stream', { path: '/api/events', origins: ['https://evil.example'] }],
    ['a second origin', { method: 'POST', origins: [own, 'https://evil.example'] }],
  ])('refuses %s as an origin', (_, given) => {
    expect(refusalOf(source(given))).toBe('origin');
  });

  it.each<[string, Partial<RequestSource>]>([
    ['a link on another site', { fetchSite: 'cross-site' }],
    ['a picture on another site that is our event stream', { path: '/api/events', fetchSite: 'cross-site' }],
    ['another port’s page that opens the event stream', { path: '/api/events', fetchSite: 'same-site' }],
    ['the event stream typed as an address', { path: '/api/events', fetchSite: 'none' }],
  ])('refuses %s', (_, given) => {
    expect(refusalOf(source(given))).toBe('site');
  });

  it('knows that browsers leave port 80 out', () => {
    const refusal = createHostCheck(80)(
      source({ method: 'POST', hosts: ['localhost'], origins: ['http://localhost'] }),
    );
    expect(refusal).toBeNull();
  });
});
