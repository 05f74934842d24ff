import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type PackagePlace = {
  /** The project's directory. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
};

/**
 * An Electron for this system that lies unpacked: `ELECTRON_DIST`, or what `npx install-electron` has fetched. Null where
 * there is none; electron-builder downloads one then.
 */
export const findElectronDist = ({ root, env }: PackagePlace): string | null => {
  const candidates = [env['ELECTRON_DIST'], join(root, 'node_modules', 'electron', 'dist')];
  return candidates.find((path) => path !== undefined && existsSync(join(path, 'version'))) ?? null;
};

/** A homepage is a must for a deb and an rpm; one that is nobody's (RFC 2606), where no release is made. */
const noHomepage = 'https://redbooth-notifier.invalid';

/** `GITHUB_REPOSITORY` is set where GitHub runs a workflow: whose releases these are, and where updates are looked for. */
const releaseArguments = (repository: string | undefined): readonly string[] => {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository ?? '') ?? [];
  if (owner === undefined || name === undefined) return [`-c.extraMetadata.homepage=${noHomepage}`];
  return [
    `-c.extraMetadata.homepage=https://github.com/${owner}/${name}`,
    '-c.publish.provider=github',
    `-c.publish.owner=${owner}`,
    `-c.publish.repo=${name}`,
  ];
};

/** A release that could be signed and is not is no release. Which of the secrets counts depends on the system. */
const signingArguments = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] => {
  const certificate = platform === 'win32' ? env['WIN_CSC_LINK'] || env['CSC_LINK'] : env['CSC_LINK'];
  return platform !== 'linux' && certificate ? ['-c.forceCodeSigning=true'] : [];
};

/**
 * The arguments for electron-builder: those given, and what electron-builder.yml cannot know. An unpacked Electron is used
 * with `--dir` only, for it is of one system and one processor.
 */
export const packageArguments = (
  given: readonly string[],
  place: PackagePlace & { readonly platform: NodeJS.Platform },
): readonly string[] => {
  const electronDist = given.includes('--dir') ? findElectronDist(place) : null;
  return [
    ...given,
    '--publish',
    'never',
    ...(electronDist === null ? [] : [`-c.electronDist=${electronDist}`]),
    ...releaseArguments(place.env['GITHUB_REPOSITORY']),
    ...signingArguments(place.platform, place.env),
  ];
};

/** The environment for electron-builder. A secret that a workflow has not comes as an empty text, which would count as one. */
export const packageEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
