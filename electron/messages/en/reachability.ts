const catchUp = 'Changes still arrive by asking Redbooth now and then.';
const trying = 'Trying again on its own.';

/** Whether Redbooth can reach the hook URL: a short state, what it means, what happened, and what to do. */
export const reachability = {
  states: {
    connecting: 'Connecting…',
    online: 'Reachable',
    degraded: 'Checking the connection…',
    offline: 'Not reachable',
    'name-lost': 'Hook URL lost',
    off: 'Tunnel off',
    polling: 'Asks Redbooth every minute',
  },
  details: {
    degraded: 'The last check from outside failed. Asking again in a moment.',
    'name-lost': `The tunnel server has given your address to another computer, so hooks do not reach you. ${catchUp}`,
    off: 'The tunnel is turned off, so Redbooth cannot reach this computer. Changes arrive by asking Redbooth now and then.',
    polling: 'No hook and no administrator is needed. Changes come up to a minute late.',
  },
  catchUp,
  causes: {
    'no-internet': { what: 'This computer has no internet connection.', next: trying },
    dns: {
      what: 'The address of the tunnel server cannot be found; the internet connection may be down.',
      next: trying,
    },
    'relay-refused': { what: 'The tunnel server does not take connections.', next: trying },
    'relay-hung': { what: 'The tunnel server does not answer.', next: trying },
    'relay-rejected': {
      what: 'The tunnel server refuses to open a tunnel.',
      next: 'Check the tunnel server in the settings.',
    },
    'relay-reply-unusable': {
      what: 'What answers at the tunnel server’s address is not a tunnel server.',
      next: 'Check its address in the settings.',
    },
    'relay-connections-lost': {
      what: 'No connection to the tunnel server stays open; a firewall may be in the way.',
      next: trying,
    },
    'name-taken': { what: 'The tunnel server has not freed your address yet.', next: trying },
    'foreign-answer': { what: 'Something else answers at your hook URL.', next: trying },
    'no-answer': { what: 'Your hook URL does not answer from outside.', next: trying },
    'reminder-page': {
      what: 'The tunnel server shows a reminder page in place of your hook URL; Redbooth may not get past it.',
      next: trying,
    },
    'listener-dead': {
      what: 'The part of the app that receives hooks had stopped.',
      next: 'It is being started again on its own.',
    },
    'public-url-missing': {
      what: 'No valid public address is set.',
      next: 'Enter in the settings the address at which this computer is reached from outside.',
    },
  },
};
