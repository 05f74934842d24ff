import type { RequestName, RequestPayload } from '../../../electron/contract/index.ts';
import { createPageClient } from '../../web/page-client.ts';
import type { Host } from './host.ts';

/** The page's side of a running host, over HTTP, without a browser. */
export type HostPage = {
  /** What the app answers: a value, or a failure. */
  ask<Name extends RequestName>(name: Name, payload: RequestPayload<Name>): Promise<unknown>;
};

/** Redeems the link that a host printed when it was ready. */
export const openPage = async (host: Host): Promise<HostPage> => {
  const { uiUrl } = await host.line('ready');
  const url = new URL(String(uiUrl));
  const client = createPageClient(Number(url.port));
  const session = await client.post('/api/session', { token: url.hash.slice('#token='.length) });
  const cookie = session.headers['set-cookie']?.[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`the link was refused: ${session.body}`);
  return {
    ask: async (name, payload) => {
      const { status, body } = await client.post(`/api/${name}`, payload, { Cookie: cookie });
      if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
      const reply: unknown = JSON.parse(body);
      return reply;
    },
  };
};
