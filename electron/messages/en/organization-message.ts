/** What a user sends to an administrator of their organisation, who alone can make a web hook; each a paragraph. */
export const organizationMessage = {
  greeting: 'Hello,',
  request: (organization: string) =>
    `could you add a web hook to our Redbooth organisation “${organization}”? It lets Redbooth Notifier on my computer tell me at once when a task changes. Only administrators can add one.`,
  open: (page: string) => `1. Open ${page}`,
  paste: '2. Paste this URL, and create the web hook:',
  replace: 'If there is an older web hook for me already, please replace its URL by this one.',
  safety:
    'Redbooth sends no content of tasks to it, only the number of a task and whether it was created, changed or deleted. Please treat the URL as a secret.',
  thanks: 'Thank you',
};
