import type { TunnelProvider } from './provider.ts';

/**
 * The user's own way in, a reverse proxy for example: there is nothing to open, and it ends only with `dispose`. The
 * address may carry a path before which the proxy serves the listener; its query, fragment and last slash are dropped.
 */
export const createUrlProvider = ({ publicUrl }: { readonly publicUrl: string | null }): TunnelProvider => ({
  kind: 'url',
  open: async () => {
    const url = baseAddress(publicUrl);
    if (url === null)
      return {
        ok: false,
        trouble: {
          cause: 'public-url-missing',
          message: 'No public address is set, or it is not an http or https address.',
          final: true,
        },
      };
    return { ok: true, tunnel: { url, ended: new Promise(() => {}), dispose: async () => {} } };
  },
});

const baseAddress = (text: string | null): string | null => {
  if (text === null) return null;
  try {
    const { protocol, origin, pathname, username, password } = new URL(text);
    if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return null;
    return `${origin}${pathname.replace(/\/+$/, '')}`;
  } catch {
    return null;
  }
};
