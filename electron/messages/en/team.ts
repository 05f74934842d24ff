const catchUp = 'Changes still arrive by asking Redbooth now and then.';

/** The team’s stream of hooks: whether this installation reads from it, and what to do where it does not. */
export const team = {
  states: {
    connecting: 'Connecting to the team…',
    online: 'Connected to the team',
    offline: 'Not connected to the team',
  },
  troubles: {
    'team-unreachable': `The team’s server does not answer. ${catchUp} Trying again on its own.`,
    'team-not-trusted': `The connection to the team’s server cannot be protected: this computer does not trust its certificate, or it offers no encryption. ${catchUp} Check the address, or ask whoever runs the server for its certificate.`,
    'team-refused': `The team’s server does not accept your credentials, or no longer. ${catchUp} Ask whoever runs the server for new ones.`,
    'team-not-permitted': `The team’s server does not let you read its hooks. ${catchUp} Ask whoever runs the server to check your permissions.`,
    'team-stream-missing': `The team’s server has no hooks to read yet. ${catchUp} Ask whoever runs the server to set up the stream.`,
    'team-credentials-unusable': `The credentials for the team’s server cannot be used, or are missing. ${catchUp} Paste the whole file that you were given.`,
    'team-credentials-shared': `Another computer reads the team’s hooks with your credentials just now, so this one does not. ${catchUp} Ask for credentials of its own for each computer.`,
  },
  missed: 'Some hooks are no longer on the team’s server',
  missedMeaning:
    'They were sent while this computer was away for longer than the server keeps them. Redbooth is asked for what has changed instead, so changes may appear late and several at once.',
  serversUnusable:
    'Enter addresses such as nats://hooks.example.com:4222, parted by commas, without a user or password.',
  credentialsUnusable: 'These are not credentials that can be used. Paste the whole file that you were given.',
  credentialsNotKept:
    'The sign-in comes from the environment, so credentials cannot be kept here. Name their file with --nats-creds.',
};
