/** New versions of the app itself. */
export const updates = {
  available: (version: string) => `Version ${version} is available`,
  availableMeaning: 'Nothing is downloaded until you say so.',
  downloading: (version: string) => `Downloading version ${version}`,
  downloadingMeaning: (percent: number) => `${percent} % of it is here. You can go on as usual.`,
  ready: (version: string) => `Version ${version} is downloaded`,
  readyMeaning: 'Restart the app to use it. What changes in Redbooth meanwhile is found afterwards.',
  failed: (version: string) => `You do not have version ${version} yet`,
  fixed:
    'Whether updates are looked for is fixed for this run by a settings file. Start the app without it to choose here.',
  failures: {
    'update-unsupported': 'This copy of the app does not update itself. The settings say how to update it.',
    'update-check-failed':
      'The server with the new versions did not answer as expected, so nobody knows whether there is one. Check your internet connection, and try again later.',
    'update-download-failed':
      'The new version could not be downloaded, and you still have the one before. Check your internet connection and the free space on this computer, then try again.',
    'update-damaged':
      'What was downloaded is not what was published, so it was thrown away. You still have the version before. Try again later; if it happens again, please report it.',
    'update-not-installed':
      'The new version could not take the place of this one, which is unchanged. Check that you may change the folder that the app is in, or download the new version yourself.',
  },
};
