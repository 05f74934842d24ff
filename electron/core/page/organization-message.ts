import type { HostMessages } from '../../messages/en/index.ts';

/** What a user sends to an administrator of their organisation, who alone can make a web hook. Plain text. */
export const organizationMessage = (
  { name, hooksPage, hookUrl }: { readonly name: string; readonly hooksPage: string; readonly hookUrl: string },
  { organizationMessage: words }: HostMessages,
): string => {
  const steps = [words.open(hooksPage), words.paste, `   ${hookUrl}`].join('\n');
  return [words.greeting, words.request(name), steps, words.replace, words.safety, words.thanks].join('\n\n');
};
