import type { UpdateObstacle } from '../../../electron/contract/index.ts';

const obstacles: Readonly<Record<UpdateObstacle, string>> = {
  headless:
    'The headless host does not update itself. Install the new version the way you installed this one, and start it again.',
  demo: 'The demo does not update itself. The app that started it does.',
  development: 'This copy runs from its source code. Get the newest source code and build it again.',
  'package-manager':
    'This copy was installed by your package manager. Install the package of the new version with it, or let it do so with everything else.',
  unpacked:
    'This copy was unpacked by hand and cannot replace itself. Download the new version and unpack it in the place of this one.',
  'no-feed': 'This copy was built without a place to get new versions from. Whoever built it can give you a newer one.',
};

/** New versions of the app, in the settings and in their notice. */
export const updates = {
  version: (version: string) => `You have version ${version}`,
  obstacles,
  never: 'It has not been looked for a newer one yet.',
  newest: (ago: string) => `Nothing newer was found (${ago}).`,
  checking: 'Looking for a newer version…',
  available: (version: string) => `Version ${version} is available. Nothing is downloaded until you say so.`,
  downloading: (version: string, percent: number) => `Downloading version ${version}: ${percent} %`,
  ready: (version: string) => `Version ${version} is downloaded. The app restarts when you say so.`,
  installing: (version: string) => `Installing version ${version}…`,
  check: 'Check for updates',
  download: 'Download',
  tryAgain: 'Try again',
  restart: 'Restart now',
  whatIsNew: 'What is new',
  notesOf: (version: string) => `What is new in version ${version}`,
  noNotes: 'Nothing was written about it.',
  daily: 'Check for updates daily',
  dailyMeaning: 'A new version is told once, in this window. Nothing is downloaded or installed by itself.',
};
