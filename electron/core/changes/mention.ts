/** Letters, their marks, digits and the underscore of any script: what names and e-mail addresses are made of. */
const inWord = '\\p{L}\\p{M}\\p{N}_';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a comment's text mentions a user: `@username` in upper or lower case that is neither the end of another word, as
 * in an e-mail address, nor the start of a longer name, nor part of a web address. Quoted text counts, as it does for
 * Redbooth's own marks (redbooth-api, section 6).
 */
export const mentions = (body: string, username: string): boolean => {
  if (username === '') return false;
  const name = escaped(username.normalize());
  const mention = new RegExp(
    `@${name}(?![${inWord}]|[.-][${inWord}])(?<!(?:[${inWord}@]|://\\S{0,500})@${name})`,
    'iu',
  );
  return mention.test(body.normalize());
};

const same = (one: string, other: string): boolean => one.normalize().toLowerCase() === other.normalize().toLowerCase();

/**
 * Whether a comment mentions a user. The text decides wherever it has `@username` at all; where it has not, Redbooth's own
 * marks do, which may stand behind a full name.
 */
export const mentionsUser = (
  comment: { readonly body: string; readonly markedUsernames: readonly string[] },
  username: string,
): boolean => {
  if (username === '') return false;
  const isWritten = comment.body.normalize().toLowerCase().includes(`@${username.normalize().toLowerCase()}`);
  return isWritten
    ? mentions(comment.body, username)
    : comment.markedUsernames.some((marked) => same(marked, username));
};
