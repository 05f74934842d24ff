import type { FetchReply } from './client-port.ts';

/** Thrown when a body is longer than the caller is ready to hold. */
export class BodyTooLong extends Error {}

/**
 * Reads a body as text, holding at most `limit` bytes of it (counted after decompression); throws BodyTooLong beyond, and
 * whatever the stream throws when the connection breaks. The rest of a body that is too long is not read.
 */
export const readText = async (response: FetchReply, limit: number): Promise<string> => {
  if (!response.body) return '';
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await dropBody(response);
    throw new BodyTooLong();
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let length = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return text + decoder.decode();
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new BodyTooLong();
    }
    text += decoder.decode(value, { stream: true });
  }
};

/** Lets go of a body that nobody will read, so that its connection is free again. */
export const dropBody = async (response: FetchReply): Promise<void> => {
  await response.body?.cancel().catch(() => undefined);
};
