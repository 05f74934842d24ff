import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { organizationSchema } from '../../../electron/contract/index.ts';
import { createRelay } from '../../../electron/simulator/relay/relay.ts';
import { createWorld } from '../../e2e/headless/world.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { type WholeApp, startApp } from './whole-app.ts';

const organizationsOf = async (running: WholeApp) =>
  v.parse(v.array(organizationSchema), await running.ask('organizations', null));

const setUp = async () => {
  const world = await createWorld();
  const relay = createRelay({});
  onTestFinished(() => relay.dispose());
  const { url } = await relay.listen();
  const accessToken = world.environment.REDBOOTH_ACCESS_TOKEN;
  const flags = { redbooth: world.origin, tunnel: 'localtunnel', tunnelHost: url } as const;
  return { ...world, flags, accessToken };
};

test('each organisation comes with its page for web hooks and a message to an administrator', async () => {
  const world = await setUp();
  const running = await startApp(world);
  await running.line((line) => line.event === 'tunnel' && line.state === 'online');
  const [organization, ...others] = await organizationsOf(running);
  expect(others).toEqual([]);
  const hookUrl = running.app.overview().hookUrls[0]?.url ?? '';
  expect(organization).toMatchObject({ name: 'Northlight Studio' });
  expect(organization?.hooksPage).toBe(`${world.origin}/app/organization/${organization?.id}/web_hooks`);
  for (const part of ['Northlight Studio', hookUrl, organization?.hooksPage ?? ''])
    expect(organization?.message).toContain(part);
  const id = organization?.id ?? '';
  expect(await running.ask('open-organization-hooks-page', { id })).toEqual({
    kind: 'link',
    url: organization?.hooksPage,
  });
  expect(await running.ask('copy-organization-message', { id })).toEqual({ kind: 'text', text: organization?.message });
});

test('without a public hook URL there is no message to send', async () => {
  const world = await setUp();
  const running = await startApp({ ...world, flags: { ...world.flags, tunnel: 'off' } });
  const [organization] = await organizationsOf(running);
  expect(organization?.message).toBeNull();
  expect(await running.ask('copy-organization-message', { id: organization?.id ?? '' })).toEqual({ kind: 'nothing' });
});

test('the page for web hooks is that of the first organisation, also after a restart without an answer', async () => {
  const world = await setUp();
  const history = temporaryHistory();
  const first = await startApp({ ...world, history });
  const [organization] = await organizationsOf(first);
  expect(first.app.overview().hooksPage).toBe(organization?.hooksPage);
  expect(await first.ask('open-hooks-page', null)).toEqual({ kind: 'link', url: organization?.hooksPage });
  await first.app.dispose();
  const second = await startApp({ flags: world.flags, history });
  expect(second.app.overview().hooksPage).toBe(organization?.hooksPage);
});

test('signed out, organisations cannot be read, and it is said why', async () => {
  const { flags } = await setUp();
  const running = await startApp({ flags });
  expect(await running.refusal('organizations', null)).toEqual({
    code: 'api-unauthorized',
    message: 'Your organisations cannot be read, as you are not signed in to Redbooth.',
  });
});

test('an organisation that is not known cannot be opened', async () => {
  const running = await startApp();
  expect(await running.refusal('open-organization-hooks-page', { id: '1' })).toMatchObject({ code: 'not-found' });
  expect(await running.refusal('copy-organization-message', { id: '1' })).toMatchObject({ code: 'not-found' });
});
