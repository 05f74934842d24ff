/** A hook's request that arrived in one piece and holds nothing out of the ordinary. `head` is everything before the body. */
export type PlainHook = { readonly secret: string; readonly head: string; readonly body: Buffer };

const secretStart = 'POST /'.length;
const secretEnd = secretStart + 43;
const version = ' HTTP/1.1\r\n';
const mostBytes = 8_192;

// Only headers without any bearing on how the request is to be read, and exactly one length.
const harmless = String.raw`(?:(?:host|user-agent|accept|accept-(?:encoding|language)|content-type|x-[\w-]+): ?[\t -~]*\r\n)*`;
const headers = new RegExp(String.raw`${harmless}content-length: ?(\d{1,5})\r\n${harmless}\r\n`, 'iy');

/**
 * Recognises the request that nearly every hook is: one POST, few headers, a length, and just that many bytes after them.
 * Null for anything else, which is Node's parser to read or to refuse; so this can be strict where it is in doubt.
 */
export const readPlainHook = (chunk: Buffer): PlainHook | null => {
  if (chunk.length > mostBytes) return null;
  const text = chunk.toString('latin1');
  if (!text.startsWith('POST /') || !text.startsWith(version, secretEnd)) return null;
  headers.lastIndex = secretEnd + version.length;
  const length = headers.exec(text)?.[1];
  const bodyStart = headers.lastIndex;
  if (length === undefined || Number(length) !== chunk.length - bodyStart) return null;
  return {
    secret: text.slice(secretStart, secretEnd),
    head: text.slice(0, bodyStart),
    body: chunk.subarray(bodyStart),
  };
};
