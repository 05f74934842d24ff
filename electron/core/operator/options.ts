import { type Result, fail, succeed } from '../../contract/index.ts';
import { isLoopbackOrigin, parseOrigin } from '../redbooth/links.ts';
import type { Settings } from '../settings/settings.ts';
import { parsePublicUrl } from '../tunnel/public-url.ts';
import { type Flags, quotedArgument } from './flags.ts';
import { type TeamTask, readTeamOptions } from './team-options.ts';
import { flagPath } from './flag-path.ts';

/** What the flags say, read and checked, before settings are looked at. Absent means: as the settings or the default say. */
export type Options = {
  readonly dataDirectory: string | null;
  readonly settingsFile: string | null;
  readonly hookPort: number | null;
  readonly overrides: Partial<
    Pick<
      Settings,
      | 'tunnel'
      | 'hookSource'
      | 'tunnelHost'
      | 'publicUrl'
      | 'redbooth'
      | 'catchUpSeconds'
      | 'teamServers'
      | 'teamCredentialsFile'
      | 'teamCertificatesFile'
    >
  >;
  /** What this host is started for in place of the app. */
  readonly teamTask: TeamTask | null;
  readonly apiRate: number;
  readonly uiPort: number | null;
  readonly isDemo: boolean;
  readonly isHidden: boolean;
  readonly isJson: boolean;
};

const defaultUiPort = 8766;
const longestCatchUp = 7 * 86_400;

class Malformed extends Error {}

const readNumber = (
  flag: string,
  text: string | undefined,
  least: number,
  most: number,
  isWhole: boolean,
): number | null => {
  if (text === undefined) return null;
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most) || (isWhole && !Number.isInteger(number))) {
    throw new Malformed(
      `--${flag} takes a ${isWhole ? 'whole number' : 'number'} from ${least} to ${most}, not “${quotedArgument(text)}”`,
    );
  }
  return number;
};

const readAddress = (flag: string, text: string | undefined, parse: (text: string) => string | null): string | null => {
  if (text === undefined) return null;
  const address = parse(text);
  if (address === null)
    throw new Malformed(`--${flag} takes an https address (http only on this machine), not “${quotedArgument(text)}”`);
  return address;
};

const readTunnel = (text: string | undefined): Settings['tunnel'] | null => {
  if (text === undefined || text === 'localtunnel' || text === 'url' || text === 'off') return text ?? null;
  throw new Malformed(`--tunnel takes localtunnel, url or off, not “${quotedArgument(text)}”`);
};

/** Checks the values of the flags; a failure is one line that names the flag. */
export const readOptions = (flags: Flags): Result<Options, string> => {
  try {
    const tunnel = readTunnel(flags.tunnel);
    const tunnelHost = readAddress('tunnel-host', flags['tunnel-host'], parseOrigin);
    const publicUrl = readAddress('public-url', flags['public-url'], parsePublicUrl);
    const redbooth = readAddress('redbooth', flags.redbooth, parseOrigin);
    const catchUpSeconds = readNumber('catch-up', flags['catch-up'], 0, longestCatchUp, true);
    const apiRate = readNumber('api-rate', flags['api-rate'], 0.01, 10_000, false) ?? 1;
    if (apiRate > 1 && flags.demo !== true && (redbooth === null || !isLoopbackOrigin(redbooth))) {
      throw new Malformed('--api-rate above 1 is only for a --redbooth on this machine');
    }
    const team = readTeamOptions(flags);
    if (!team.ok) return team;
    if (tunnel === 'url' && publicUrl === null) throw new Malformed('--tunnel url needs --public-url URL');
    return succeed({
      dataDirectory: flagPath(flags['data-dir']),
      settingsFile: flagPath(flags.settings),
      hookPort: readNumber('hook-port', flags['hook-port'], 1, 65_535, true),
      overrides: {
        ...(tunnel !== null && { tunnel }),
        // Whoever asks for a tunnel wants hooks, whatever the settings say of polling.
        ...(tunnel !== null && tunnel !== 'off' && { hookSource: 'tunnel' }),
        ...(tunnelHost !== null && { tunnelHost }),
        ...(publicUrl !== null && { publicUrl }),
        ...(redbooth !== null && { redbooth }),
        ...(catchUpSeconds !== null && { catchUpSeconds }),
        ...team.value.overrides,
      },
      teamTask: team.value.task,
      apiRate,
      uiPort:
        flags['no-ui'] === true ? null : (readNumber('ui-port', flags['ui-port'], 0, 65_535, true) ?? defaultUiPort),
      isDemo: flags.demo === true,
      isHidden: flags.hidden === true,
      isJson: flags.json === true,
    });
  } catch (error) {
    if (error instanceof Malformed) return fail(error.message);
    throw error;
  }
};
