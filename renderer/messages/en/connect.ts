/** The hook URLs, and how they get into Redbooth. */
export const connect = {
  pollingMeaning:
    'The app asks Redbooth every minute what changed, so no hook URL and no administrator is needed. Changes appear up to a minute late.',
  pollingInstead:
    'To see them at once, let Redbooth send hooks: an administrator pastes a hook URL into Redbooth once.',
  hookUrls: 'Hook URLs',
  hookUrlsMeaning:
    'Redbooth calls a hook URL whenever a task changes. Use one for each organisation, and share it only with its administrators.',
  showHookUrls: 'Show the hook URLs',
  waiting: 'Waiting for the first hook…',
  firstHook: 'First hook received',
  lastHook: 'Last hook received',
  /** `what` is one of the two above, `ago` one of `times.…Ago`, here and below. */
  hookAgo: (what: string, ago: string): string => `${what} ${ago}`,
  noHookYet: 'No hook yet',
  lastHookAgo: (ago: string): string => `Last hook ${ago}`,
  hookUrl: (name: string): string => `Hook URL “${name}”`,
  copyHookUrl: 'Copy the hook URL',
  copyHookUrlOf: (name: string): string => `Copy the hook URL “${name}”`,
  noAddress: 'No public address yet',
  noAddressMeaning: 'The URL appears here as soon as the app has a public address.',
  /** `end` is from `times.end`. */
  oldAddress: (end: string): string =>
    `The old address works until ${end}. By then an administrator has to paste the new one into Redbooth.`,
  add: 'Add another hook URL',
  newName: 'Name, such as the organisation',
  addIt: 'Add',
  renameOf: (name: string): string => `Rename “${name}”`,
  renameLabel: 'Name of this hook URL',
  rename: 'Rename',
  rotateOf: (name: string): string => `Make a new URL for “${name}”`,
  rotateTitle: (name: string): string => `Make a new URL for “${name}”?`,
  rotateWhen: 'Do this when the URL may have come to somebody who should not have it.',
  rotateMeaning:
    'The old address goes on working for a while, and this view says until when. By then an administrator has to paste the new URL into Redbooth; otherwise its hooks no longer reach you.',
  keepOld: 'Keep the old one',
  rotate: 'Make a new URL',
  revokeOf: (name: string): string => `Revoke “${name}”`,
  revokeTitle: (name: string): string => `Revoke “${name}”?`,
  revokeMeaning:
    'Hooks sent to this URL will be refused from now on, and the URL cannot be brought back. Ask an administrator to delete its web hook in Redbooth as well.',
  keepIt: 'Keep it',
  revoke: 'Revoke',
  organizations: 'Your organisations',
  organizationsMeaning:
    'Only an administrator of an organisation can add web hooks there; Redbooth shows everybody else “Insufficient authorization”. If you see that, or know that you are not one, copy the message and send it to an administrator: it holds the hook URL and the steps. Or ask in Redbooth, under Manage organizations, to become one.',
  askingOrganizations: 'Asking Redbooth for your organisations…',
  noOrganizations: 'Redbooth names no organisation of yours. Ask a colleague which one your tasks belong to.',
  openItsHooksPage: 'Open its web hooks page',
  copyMessage: 'Copy a message to an administrator',
  messageTo: (organization: string): string => `Message to an administrator of “${organization}”`,
  messageSoon: 'The message is ready as soon as the app has a public address.',
  administrator: 'What an administrator does in Redbooth',
  openByButton: 'Open the web hooks page of the organisation, by its button above.',
  openHooksPageStep: 'Open the organisation’s web hooks page.',
  openHooksPage: 'Open the web hooks page',
  paste: 'Choose “Create a new web hook”, paste the hook URL and save. Redbooth sends hooks for tasks only.',
  tryTop: 'Change any task in Redbooth. The line at the top of this view turns green when its hook arrives.',
  tryAbove: 'Change any task in Redbooth. The line above turns green when its hook arrives.',
};
