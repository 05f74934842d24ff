/** What a request's raw headers say about its body. `length` is null when it is not announced. */
export type BodyHead = { readonly hasBody: boolean; readonly length: number | null; readonly isEncoded: boolean };

const plainPath = /^\/[\w/-]*[\w-]$/;

/**
 * The path of a request target, without query and trailing slash. A relay may send the absolute form
 * (RFC 9112, 3.2.2), which is taken for its path.
 */
export const pathOf = (target: string): string => {
  if (plainPath.test(target)) return target;
  const origin = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  const [path = ''] = origin.split(/[?#]/, 1);
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
};

/** Reads the three headers that matter from the raw list, as building all of them costs more than the rest. */
export const bodyHeadOf = (rawHeaders: readonly string[]): BodyHead => {
  let hasBody = false;
  let length: number | null = null;
  let isEncoded = false;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    const value = rawHeaders[index + 1] ?? '';
    // Lengths first: most headers are none of the three.
    if (name.length === 14 && name.toLowerCase() === 'content-length') {
      length = Number(value);
      hasBody ||= length > 0;
    } else if (name.length === 16 && name.toLowerCase() === 'content-encoding') {
      isEncoded ||= !/^\s*(?:identity)?\s*$/i.test(value);
    } else if (name.length === 17 && name.toLowerCase() === 'transfer-encoding') {
      hasBody = true;
    }
  }
  return { hasBody, length, isEncoded };
};
