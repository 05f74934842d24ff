/** What the app stands on, checked on demand. */
export const checks = {
  meaning: 'Twelve things that the app stands on. The check takes up to 20 seconds and changes nothing.',
  checkEverything: 'Check everything',
  checking: 'Checking…',
  copy: 'Copy',
  copied: 'What came of the checks',
};
