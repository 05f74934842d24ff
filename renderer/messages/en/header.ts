/** The top of the page. */
export const header = {
  account: 'Redbooth account',
  signIn: 'Sign in',
  demo: 'Demo',
  connect: 'Connect Redbooth',
};
