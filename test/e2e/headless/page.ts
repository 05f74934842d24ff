import {
  type RequestAnswer,
  type RequestName,
  type RequestPayload,
  readReply,
} from '../../../electron/contract/index.ts';

/** The page of a running host, as its own code asks: over HTTP, from its own origin, with its session. */
export const openPage = async (uiUrl: unknown) => {
  const { origin, hash } = new URL(String(uiUrl));
  const headers = { Origin: origin, 'Content-Type': 'application/json' };
  const token = /[\w-]{20,}/.exec(hash)?.[0];
  const session = await fetch(`${origin}/api/session`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answers: string[] = [];
  const ask = async <Name extends RequestName>(name: Name, payload: RequestPayload<Name>) => {
    const response = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { ...headers, Cookie: cookie },
      body: JSON.stringify(payload),
    });
    const text = await response.text();
    answers.push(text);
    const wire: unknown = JSON.parse(text);
    return readReply(name, wire);
  };
  return {
    /** Everything the page was told, as it came. */
    answers,
    ask,
    /** The answer to a request that must succeed. */
    get: async <Name extends RequestName>(name: Name, payload: RequestPayload<Name>): Promise<RequestAnswer<Name>> => {
      const answer = await ask(name, payload);
      if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}: ${answer.failure.message}`);
      return answer.value;
    },
  };
};

/** The page’s side of a running host. */
export type HostPage = Awaited<ReturnType<typeof openPage>>;
