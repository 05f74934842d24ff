import { createPlural } from '../../contract/index.ts';

const plural = createPlural('en');

/** The banners above the list: a title, what it means, and what to do. */
export const notices = {
  signInAgain: 'Redbooth asks you to sign in again',
  signInAgainBody: 'Changes are kept and shown once you are signed in.',
  freshTokenBody: 'Changes are kept and shown once you are signed in. Start the app with a fresh access token.',
  apiFailing: 'Redbooth does not answer',
  apiFailingBody: 'Hooks are kept, and you get a summary as soon as it answers again. Trying again on its own.',
  signedOut: 'Not signed in',
  signedOutBody: 'Hooks are kept, but what changed cannot be read until you sign in.',
  hookUrlChanged: 'Your hook URL changed',
  hookUrlChangedBody:
    'Hooks do not reach you until an administrator pastes the new URL into Redbooth. Until then, changes arrive by asking Redbooth now and then.',
  hookUrlTaken: 'Your hook URL is taken',
  askingAgain: 'Asking for the address again on its own.',
  oldHookUrl: 'Redbooth still uses the old hook URL',
  oldHookUrlBody: (name: string, day: string): string =>
    `The old address of “${name}” works until ${day}. Paste the new one into Redbooth before then.`,
  noHookYet: 'No hook has arrived yet',
  noHookYetBody:
    'Tasks changed in the meantime, and the app found out by asking Redbooth now and then. To know at once, have an administrator add your hook URL in Redbooth, or have the app ask every minute.',
  hooksStopped: 'Hooks do not arrive any more',
  hooksStoppedBody: (tasks: number): string =>
    `${tasks} tasks changed, and Redbooth sent no hook though your hook URL can be reached. The hook was probably removed, or has an old URL. Until it is set right, changes arrive by asking Redbooth now and then.`,
  blocked: 'Notifications are not shown',
  interrupted: (count: number): string =>
    `${plural(count, { one: 'One notification', other: `${count} notifications` })} may not have been shown`,
  interruptedBody: 'The app was stopped before it could be sure. Their changes are unread in the list.',
  noTray: 'This desktop shows no tray icon',
  noTrayBody:
    'Closing the window leaves the app running, so you still get notifications. Start it again to get the window back; Ctrl+Q in the window quits. On GNOME, the extension “AppIndicator” brings the icon.',
};
