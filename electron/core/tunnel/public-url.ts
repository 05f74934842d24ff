import { isLoopbackHttp, parseUrl } from '../redbooth/links.ts';

/**
 * Reads the address at which a reverse proxy serves the listener: https, or http on this machine only, maybe with a path
 * before ours. Answers with it without a slash at the end; null when it is anything else, or has a query or a fragment.
 */
export const parsePublicUrl = (text: string): string | null => {
  const url = parseUrl(text.trim());
  if (!url || (url.protocol !== 'https:' && !isLoopbackHttp(url)) || /[?#]/.test(text)) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
};
