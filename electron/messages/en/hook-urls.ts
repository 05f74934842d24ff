/** News about hook URLs, and what is wrong with a choice of how hooks come. */
export const hookUrls = {
  /** What the first hook URL is called until somebody names it. */
  firstName: 'My organisation',
  changed: 'Your hook URL changed',
  changedBody: 'Hooks do not reach you until an admin pastes the new URL into Redbooth',
  arriving: 'Hooks arrive again',
  arrivingBody: 'Redbooth uses your new hook URL',
  organizationsSignedOut: 'Your organisations cannot be read, as you are not signed in to Redbooth.',
  organizationsUnread: 'Your organisations cannot be read, as Redbooth does not answer. Try again in a moment.',
  badTunnelHost:
    'The tunnel server has to be an https address without a path, such as https://localtunnel.me (http only on this computer).',
  badPublicUrl:
    'The public address has to be an https address, such as https://hooks.example.com or one with a path behind it (http only on this computer).',
  noPublicUrl: 'The public address is missing: enter the one at which this computer is reached from outside.',
};
