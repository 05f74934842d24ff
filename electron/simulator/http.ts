import type { IncomingHttpHeaders } from 'node:http';

/** A request once its body has arrived. */
export type Request = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type Headers = Readonly<Record<string, string>>;

export const json = (status: number, value: unknown, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const html = (status: number, body: string, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

export const text = (status: number, body: string, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});

export const redirect = (location: string, status: 302 | 303 = 302): Reply => ({
  status,
  headers: { location },
  body: '',
});

/** The body as a value, whether it was sent as JSON or as a form; undefined when it is neither. */
export const readBody = (request: Request): unknown => {
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true)
    return Object.fromEntries(new URLSearchParams(request.body));
  try {
    const value: unknown = JSON.parse(request.body);
    return value;
  } catch {
    return undefined;
  }
};
