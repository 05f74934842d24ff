/** What a user sends to an administrator of their organisation, who alone can make a web hook. Plain text. */
export const organizationMessage = (organization: {
  readonly name: string;
  readonly hooksPage: string;
  readonly hookUrl: string;
}): string =>
  [
    'Hello,',
    '',
    `could you add a web hook to our Redbooth organisation “${organization.name}”? It lets Redbooth Notifier on my computer tell me at once when a task changes. Only administrators can add one.`,
    '',
    `1. Open ${organization.hooksPage}`,
    '2. Paste this URL, and create the web hook:',
    `   ${organization.hookUrl}`,
    '',
    'If there is an older web hook for me already, please replace its URL by this one.',
    '',
    'Redbooth sends no content of tasks to it, only the number of a task and whether it was created, changed or deleted. Please treat the URL as a secret.',
    '',
    'Thank you',
  ].join('\n');
