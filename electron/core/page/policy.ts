/**
 * The Content-Security-Policy under which the page runs on both hosts: its own files and nothing else, no inline
 * code, no frames, and no text turned into markup by mistake. Sent as a response header, the same in development.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
