/** The views that open over the list, as their titles and whatever leads to them say. */
export const views = {
  more: 'More views',
  connect: 'Connect Redbooth',
  tunnel: 'How changes reach you',
  requests: 'Requests received',
  account: 'Redbooth account',
  settings: 'Settings',
  checks: 'Check the app',
  keys: 'Keyboard shortcuts',
  welcome: 'Setup, step by step',
};
