import type { KeptRequest } from './request-ring.ts';
import { bodyStartBytes } from './received-request.ts';

// Also what turns the direction of text: what is pasted into a terminal is to be what one sees.
const unsafeCharacters = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const escapedCharacters = /[\\'\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const bytesOf = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

/**
 * A text as one word of a shell: nothing in it is expanded or run. With control characters it takes the form `$'…'` of bash, zsh
 * and POSIX.1-2024, as they might steer the terminal it is pasted into; NUL, which no argument can hold, is left out.
 */
export const shellWord = (text: string): string => {
  const whole = text.replaceAll('\0', '');
  if (unsafeCharacters.test(whole)) return `$'${whole.replaceAll(escapedCharacters, bytesOf)}'`;
  return `'${whole.replaceAll("'", String.raw`'\''`)}'`;
};

/**
 * A command that sends a kept request again to the listener on this machine. The secret address is left to the user, as the shell
 * variable HOOK_URL. Null for a request that came by no hook URL.
 */
export const requestAsCurl = (request: KeptRequest, port: number): string | null => {
  const { method, hookUrl, bodyStart, size } = request;
  if (hookUrl === null) return null;
  const hint = `# HOOK_URL: the hook URL, on this computer http://127.0.0.1:${port}/…`;
  const cut = size > bodyStartBytes ? [`# Only the first 4 KiB of the ${size} bytes of its body were kept.`] : [];
  const head = method === 'HEAD' ? '--head' : `--request ${shellWord(method)}`;
  const body =
    bodyStart === '' ? [] : [`--header 'Content-Type: application/json'`, `--data-raw ${shellWord(bodyStart)}`];
  const command = [`curl --include ${head}`, '"$HOOK_URL"', ...body].join(' ');
  return [hint, ...cut, command].join('\n');
};
