/** Where the core writes what an operator may want to read later. Messages are masked before they are written. */
export type Log = {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
};

const secretShapes = [
  // A hook secret: 43 characters of base64url.
  /(?<![\w-])[\w-]{43}(?![\w-])/g,
  // Bearer tokens, and tokens in queries.
  /(?<=bearer\s+)[^\s"']+/gi,
  /(?<=(?:access_token|refresh_token|client_secret|code)=)[^&\s"']+/gi,
  // Tokens in JSON.
  /(?<="(?:access_token|refresh_token|client_secret)"\s*:\s*")[^"]+/gi,
];

/** Replaces whatever looks like a hook secret or a token by `***`. */
export const maskSecrets = (text: string): string =>
  secretShapes.reduce((masked, shape) => masked.replace(shape, '***'), text);

/** A log that masks secrets and hands each line to `write`. */
export const createLog = (write: (level: 'info' | 'warn' | 'error', message: string) => void): Log => ({
  info: (message) => write('info', maskSecrets(message)),
  warn: (message) => write('warn', maskSecrets(message)),
  error: (message) => write('error', maskSecrets(message)),
});
