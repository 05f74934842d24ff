/** The server by which a team shares one hook. */
export const team = {
  servers: 'Address of the server',
  serversHint: 'Several addresses may follow each other, parted by commas.',
  credentials: 'Credentials',
  credentialsHint:
    'The whole text of the file that you were given. It is kept like your sign-in, and never shown again.',
  kept: 'Credentials are kept. Leave this empty to go on using them.',
  connect: 'Use this server',
  connecting: 'Connecting…',
  connection: 'Your team’s server',
};
