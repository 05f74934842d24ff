import { createPlural } from '../../../electron/contract/index.ts';
import type { RuleLevel, RuleScope, RuleSubject } from '../../../electron/contract/index.ts';

const plural = createPlural('en');

const places = {
  notifications: 'Notifications',
  rules: 'What you are told',
  muted: 'Muted',
  'quiet-hours': 'Quiet hours',
  'due-dates': 'Due dates',
  appearance: 'Appearance',
  system: 'System',
  account: 'Account',
  'hook-source': 'How changes reach you',
  history: 'History',
  updates: 'Updates',
  transfer: 'These settings',
  help: 'Help',
};

/** Each thing that can be set: what it is called, and what it means. */
const items = {
  inThisBrowser: { label: 'Notifications in this browser', meaning: 'They are shown here while this page is open.' },
  content: {
    label: 'What they show',
    meaning: 'Keep to yourself what changed where others see your screen, or on a lock screen.',
  },
  sound: { label: 'Sound', meaning: 'What you hear when a notification comes.' },
  test: { label: 'Test', meaning: 'Shows a notification that tells of nothing, to see that they reach you.' },
  rules: {
    label: 'What changes',
    meaning:
      'The first column that fits decides: your tasks are those assigned to you or created by you; then those you watch; then those in the projects chosen below; then all others.',
  },
  chosenProjects: {
    label: 'Chosen projects',
    meaning: 'Tasks here that are neither yours nor watched go by the column “Chosen”.',
  },
  muted: {
    label: 'Muted',
    meaning: 'Mute a task, a project or a person from the menu of a change; what they do is only listed then.',
  },
  quietHours: {
    label: 'Quiet hours',
    meaning:
      'In quiet hours nothing is shown; afterwards one notification sums up what came. The clock of the computer that the app runs on counts.',
  },
  dueReminder: {
    label: 'Remind me of due tasks',
    meaning: 'Once a day: tasks assigned to you that are due today or overdue.',
  },
  theme: { label: 'Theme', meaning: 'Whether the window is light or dark.' },
  language: { label: 'Language', meaning: 'What the app says in the window, in notifications and in the tray.' },
  startAtLogin: { label: 'Start when you log in', meaning: 'The app starts in the tray, without its window.' },
  trayIcon: { label: 'Icon in the tray', meaning: 'Choose the other one if you can hardly see it.' },
  account: { label: 'Redbooth account', meaning: 'Who is signed in.' },
  hookSource: {
    label: 'How changes reach you',
    meaning: 'By hook, by your team’s server, or by asking Redbooth every minute.',
  },
  tunnel: {
    label: 'The way of hooks to this computer',
    meaning: 'A tunnel, or an address of your own.',
  },
  hookUrls: {
    label: 'Hook URLs',
    meaning: 'What an administrator pastes into Redbooth, one for each organisation.',
  },
  historyDays: { label: 'Keep changes for', meaning: 'What is older is deleted, whether you read it or not.' },
  historyChanges: {
    label: 'Keep at most',
    meaning: 'Also within that time, so that the history does not grow without end.',
  },
  deleteHistory: {
    label: 'Delete the history',
    meaning: 'Every change, and what is known of the tasks. You stay signed in.',
  },
  updates: { label: 'Updates', meaning: 'Check for updates daily' },
  export: {
    label: 'Take them along',
    meaning:
      'A file for another computer. No sign-in, hook URL or address is in it, and nothing that belongs to this computer.',
  },
  import: {
    label: 'Use a file',
    meaning: 'One that was exported here or on another computer. You see what would change before it does.',
  },
  resetAll: {
    label: 'Start over',
    meaning: 'Every choice as it comes. You stay signed in, and hook URLs and history stay.',
  },
  checks: { label: 'Check the app', meaning: 'Looks at all that the app stands on, from the connection to the disk.' },
  diagnostics: {
    label: 'Diagnostics',
    meaning: 'States, counts and error codes for a report. No names, titles, comments, addresses or secrets are in it.',
  },
};

const subjects: Readonly<Record<RuleSubject, { readonly name: string; readonly meaning: string }>> = {
  assigned: { name: 'Assignment', meaning: 'A task is given to you, or taken from you' },
  mention: { name: 'Mentions', meaning: 'Somebody names you in a comment' },
  comment: { name: 'Comments', meaning: 'Somebody writes about the task' },
  status: { name: 'Status', meaning: 'Resolved, reopened, put on hold' },
  'due-date': { name: 'Due date', meaning: 'Set, moved or removed' },
  urgent: { name: 'Urgency', meaning: 'Marked urgent, or no longer' },
  created: { name: 'New tasks', meaning: 'Somebody makes a task' },
  deleted: { name: 'Deleted tasks', meaning: 'Or no longer visible to you' },
  other: { name: 'Anything else', meaning: 'Name, description, list, project' },
};
const scopes: Readonly<Record<RuleScope, string>> = {
  mine: 'Your tasks',
  watched: 'Watched',
  chosen: 'Chosen',
  other: 'All others',
};
const levels: Readonly<Record<RuleLevel, string>> = { notify: 'Notify', list: 'List', ignore: 'Ignore' };

/** The settings. */
export const settings = {
  title: 'Settings',
  sections: 'Sections',
  reading: 'Reading the settings…',
  places,
  items,
  search: {
    label: 'Search the settings',
    found: (count: number): string => plural(count, { one: '1 setting found', other: `${count} settings found` }),
    nothing: 'No setting is called that',
    whatToDo: 'Try another word, like “sound” or “dark”, or clear the search to see them all.',
    clear: 'Clear the search',
  },
  reset: {
    section: 'Reset to defaults',
    sectionOf: (section: string): string => `Reset to defaults: ${section}`,
    all: 'Reset all settings…',
    title: (section: string): string => `Reset “${section}”?`,
    titleAll: 'Reset all settings?',
    act: 'Reset',
    busy: 'Resetting…',
    keep: 'Keep them',
    nothing: 'Everything is as it comes already.',
    done: 'The settings are as they come again.',
  },
  export: {
    act: 'Export…',
    busy: 'Exporting…',
    saved: (file: string): string => `Saved as ${file}`,
    downloaded: 'The browser has the file.',
  },
  import: {
    act: 'Choose a file…',
    title: 'Use these settings?',
    apply: 'Use them',
    busy: 'Changing…',
    keep: 'Leave them',
    nothing: 'The file has the settings that you have already.',
    tooLarge: 'This file is too large for settings. Choose one that was exported here or on another computer.',
    unreadable: 'The file could not be read. Choose it once more, or another.',
    done: 'The settings of the file are in force.',
    unknown: (keys: string): string => `Not known to this version, so left out: ${keys}.`,
    ofTheMachine: (keys: string): string => `Of the other computer, so left out: ${keys}.`,
  },
  difference: {
    fixed: (names: string): string => `Fixed for this run by a settings file, so left as they are: ${names}.`,
    deletes:
      'Less of the history is kept then: what is beyond that is deleted at once, and an undo does not bring it back.',
    becomes: (before: string, after: string): string => `${before} → ${after}`,
    rules: (count: number): string => plural(count, { one: '1 rule', other: `${count} rules` }),
    projects: (count: number): string =>
      count === 0 ? 'None' : plural(count, { one: '1 project', other: `${count} projects` }),
    quietTimes: (count: number): string =>
      count === 0 ? 'None' : plural(count, { one: '1 time', other: `${count} times` }),
    changed: 'Another choice of the same length',
    timeZone: 'Time zone',
    ofTheComputer: 'The computer’s own',
    on: 'On',
    off: 'Off',
  },
  undone: 'The settings are as they were.',
  permission: {
    granted: 'They are shown here while this page is open.',
    default: 'They are not shown here yet.',
    denied: 'This browser does not let the page show any. Allow them for this page in the browser’s settings.',
    unsupported: 'This browser has none for this page. Changes appear in the list all the same.',
  },
  showThem: 'Show them',
  sounds: { system: 'The system’s own', none: 'None', chime: 'Chime', knock: 'Knock', drop: 'Drop' },
  playSound: 'Play',
  playing: 'Playing…',
  contents: { full: 'What changed', private: 'Only that something did' },
  rules: {
    levelsExplained:
      '“Notify” is a notification and a row of the list, “List” only the row, “Ignore” neither. What you do yourself is only listed.',
    cannotHappen: 'Cannot happen: the task is yours',
    subjects,
    scopes,
    levels,
  },
  projects: {
    lost: (id: string): string => `Project ${id}, without a change in the list`,
    find: 'Find a project',
    notFound: 'No project is called that.',
    none: 'No project has been seen yet. They appear here with their first change.',
    reading: 'Reading the projects…',
    of: (organization: string): string => `in ${organization}`,
  },
  mutes: {
    none: 'Nothing is muted.',
    reading: 'Reading what is muted…',
    kinds: { task: 'Task', project: 'Project', organization: 'Organisation', person: 'Person' },
    withoutEnd: (kind: string): string => `${kind}, until you take it back`,
    until: (kind: string, end: string): string => `${kind}, until ${end}`,
    unmute: 'Unmute',
    unmuted: (label: string): string => `${label} is muted no longer`,
  },
  quiet: {
    none: 'There are none.',
    add: 'Add quiet hours',
    days: 'Days',
    from: 'From',
    until: 'until',
    needsDay: 'Not in force: choose at least one day, or remove it.',
    needsTimes: 'Not in force: give both times, or remove it.',
    remove: 'Remove it',
    removeNamed: (sentence: string): string => `Remove ${sentence}`,
  },
  never: 'Never',
  themes: { system: 'As the system has it', light: 'Light', dark: 'Dark' },
  systemLanguage: 'As the system has it',
  trayIcons: { auto: 'As the system has it', light: 'Light, for a dark panel', dark: 'Dark, for a light panel' },
  account: { signIn: 'Sign in', show: 'Show the account' },
  hooks: { chooseWay: 'Choose the way', showUrls: 'Show the hook URLs' },
  history: {
    days: (days: number): string =>
      days % 365 === 0
        ? plural(days / 365, { one: '1 year', other: `${days / 365} years` })
        : plural(days, { one: '1 day', other: `${days} days` }),
    newest: (count: string): string => `The newest ${count}`,
    shorter: 'Keep less of the history?',
    deleteOlder: 'Delete what is older',
    deleting: 'Deleting…',
    keep: 'Keep it',
    olderThan: (time: string): string =>
      `Changes older than ${time} are deleted from this computer, and cannot be brought back. Nothing is deleted in Redbooth.`,
    allBut: (count: string): string =>
      `All but the newest ${count} changes are deleted from this computer, and cannot be brought back. Nothing is deleted in Redbooth.`,
    deleteNow: 'Delete history now',
    deleteTitle: 'Delete the history?',
    delete: 'Delete the history',
    deleteMeans:
      'Every change in the list is deleted from this computer, and cannot be brought back. Your mutes are taken back, as they name tasks, projects and people. Nothing is deleted in Redbooth.',
    deleted: 'The history is deleted',
  },
  copyDiagnostics: 'Copy diagnostics',
  openChecks: 'Open the checks',
};

/** What the settings say. They are loaded when they are shown first, in every language. */
export type SettingsMessages = typeof settings;
