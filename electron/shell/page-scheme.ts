import type { Protocol } from 'electron';
import { securityHeaders } from '../core/page/security-headers.ts';
import { readPageFiles } from '../core/page/files.ts';
import { isPageAddress, pageScheme } from './page-address.ts';

/** Tells Chromium, before the app is ready, that the page’s scheme is a secure origin like https. It may not bypass the policy. */
export const registerPageScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

type PageRequest = { readonly url: string; readonly method: string };

/**
 * Answers for the page’s origin from a table made once: a request is looked up in it and never becomes a file name. Throws
 * when the page was not built.
 */
export const createPageAnswers = (directory: string): ((request: PageRequest) => Response) => {
  const files = readPageFiles(directory);
  return ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers: securityHeaders });
    const file = isPageAddress(url) ? files.get(new URL(url).pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: securityHeaders });
    return new Response(method === 'HEAD' ? null : new Uint8Array(file.body), {
      headers: { ...securityHeaders, 'Content-Type': file.type },
    });
  };
};

/** Serves the page’s files on its own origin in one session. */
export const servePage = (protocol: Pick<Protocol, 'handle' | 'unhandle'>, directory: string): { dispose(): void } => {
  protocol.handle(pageScheme, createPageAnswers(directory));
  return { dispose: () => protocol.unhandle(pageScheme) };
};
