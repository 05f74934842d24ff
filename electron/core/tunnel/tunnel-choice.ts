import { type Result, type TunnelChoice, type TunnelSettings, fail, succeed } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import { parseOrigin } from '../redbooth/links.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import { parsePublicUrl } from './public-url.ts';

/** The settings that decide how the listener gets public. */
export type TunnelSetting = Pick<Settings, 'tunnel' | 'tunnelHost' | 'publicUrl'>;

/** The choice in force. One that a flag or an overlay decides in part is fixed as a whole. */
export const tunnelSettings = (settings: Pick<SettingsStore, 'current' | 'isFixed'>): TunnelSettings => {
  const { tunnel, tunnelHost, publicUrl } = settings.current();
  const isFixed = settings.isFixed('tunnel') || settings.isFixed('tunnelHost') || settings.isFixed('publicUrl');
  return { choice: { tunnel, tunnelHost, publicUrl }, isFixed };
};

/** Checks a choice that a person made; a failure is a sentence that names the field and says what to enter. */
export const readTunnelChoice = (
  { tunnel, tunnelHost, publicUrl }: TunnelChoice,
  { hookUrls: words }: Pick<HostMessages, 'hookUrls'>,
): Result<TunnelSetting, string> => {
  const host = parseOrigin(tunnelHost);
  if (host === null) return fail(words.badTunnelHost);
  const typed = publicUrl?.trim() ?? '';
  const address = typed === '' ? null : parsePublicUrl(typed);
  if (typed !== '' && address === null) return fail(words.badPublicUrl);
  if (tunnel === 'url' && address === null) return fail(words.noPublicUrl);
  return succeed({ tunnel, tunnelHost: host, publicUrl: address });
};
