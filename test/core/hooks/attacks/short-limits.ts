/** Limits that a test can wait for. */
export const shortLimits = {
  headersTimeout: 150,
  requestTimeout: 200,
  inactivityTimeout: 400,
  keepAliveTimeout: 150,
  checkingInterval: 50,
  lingerTimeout: 100,
};
