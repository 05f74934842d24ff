import { isLoopbackHost } from '../tunnel/loopback.ts';
import { isId } from './api-url.ts';

const longestUrl = 2048;

// White space and backslashes too: programs that open links do not agree on what they mean.
const unsafeCharacters = /[\s\p{C}\\]/u;

/** Reads an address that a person may have typed or a server sent; null when it has credentials or anything odd. */
export const parseUrl = (text: string): URL | null => {
  if (text.length > longestUrl || unsafeCharacters.test(text)) return null;
  try {
    const url = new URL(text);
    return url.username === '' && url.password === '' ? url : null;
  } catch {
    return null;
  }
};

/** Whether an address is plain http on this machine. */
export const isLoopbackHttp = (url: URL): boolean => url.protocol === 'http:' && isLoopbackHost(url.hostname);

/**
 * Reads the address of a Redbooth as a person writes it: `https://host`, or `http://` on this machine only, with a port
 * if need be, and nothing behind. Answers with the origin, without a slash at the end; null when it is anything else.
 */
export const parseOrigin = (text: string): string | null => {
  const url = parseUrl(text.trim());
  if (!url || (url.protocol !== 'https:' && !isLoopbackHttp(url))) return null;
  return url.pathname === '/' && !/[?#]/.test(text) ? url.origin : null;
};

/** Whether an origin is on this machine (localhost, *.localhost, 127.0.0.0/8, ::1), whatever its scheme. */
export const isLoopbackOrigin = (origin: string): boolean => isLoopbackHost(parseUrl(origin)?.hostname ?? '');

/** The page of a task (redbooth-api, 3); null unless both ids are 1 to 19 digits. */
export const taskUrl = (origin: string, projectId: string, taskId: string): string | null =>
  isId(projectId) && isId(taskId) ? `${origin}/a/#!/projects/${projectId}/tasks/${taskId}` : null;

/**
 * The page on which an organisation administrator makes and edits hooks (redbooth-web-hooks); without a usable organisation, the
 * page on which Redbooth begins.
 */
export const hooksPageUrl = (origin: string, organizationId: string | null): string =>
  organizationId !== null && isId(organizationId)
    ? `${origin}/app/organization/${organizationId}/web_hooks`
    : `${origin}/a/`;

/** The page on which an OAuth application is registered (redbooth-api, OAuth2). */
export const applicationsPageUrl = (origin: string): string => `${origin}/oauth2/applications/new`;

/**
 * The gate before anything is opened outside the app: https on redbooth.com or on the configured Redbooth, or exactly the
 * configured Redbooth on this machine by http. No credentials, no control characters, at most 2048 characters.
 */
export const isOpenable = (url: string, origin: string): boolean => {
  const asked = parseUrl(url);
  const configured = parseUrl(origin);
  if (!asked) return false;
  if (asked.protocol === 'https:') return asked.host === 'redbooth.com' || asked.host === configured?.host;
  return isLoopbackHttp(asked) && asked.origin === configured?.origin;
};
