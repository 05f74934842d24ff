/** Many changes told at once, and what stands for a change on a screen that others see. */
export const summaries = {
  /** How often something happened. */
  counts: {
    mention: (count: number) => (count === 1 ? '1 mention of you' : `${count} mentions of you`),
    'assigned-to-me': (count: number) => `${count} assigned to you`,
    'taken-from-me': (count: number) => `${count} taken from you`,
    assigned: (count: number) => `${count} assigned to others`,
    resolved: (count: number) => `${count} resolved`,
    rejected: (count: number) => `${count} rejected`,
    reopened: (count: number) => `${count} reopened`,
    'on-hold': (count: number) => `${count} put on hold`,
    'due-date': (count: number) => (count === 1 ? '1 due date' : `${count} due dates`),
    comment: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
    renamed: (count: number) => `${count} renamed`,
    urgent: (count: number) => `${count} marked urgent`,
    moved: (count: number) => `${count} moved`,
    created: (count: number) => `${count} created`,
    gone: (count: number) => `${count} gone`,
    other: (count: number) => `${count} changed`,
  },
  /** Where the project is not known. */
  elsewhere: 'Other',
  inProject: (count: number, project: string | null) => `${count} changes in ${project ?? 'another project'}`,
  inProjects: (count: number, projects: number) => `${count} changes in ${projects} projects`,
  titles: {
    away: (count: number) => `${count} changes while you were away`,
    quiet: (count: number) => `${count} changes while it was quiet`,
    paused: (count: number) => `${count} changes while paused`,
    gone: (count: number) => `${count} tasks are gone`,
    snoozed: (count: number) => `${count} snoozed changes`,
  },
  /** A change that is told again: `body` is what it said. */
  snoozed: (body: string) => `Snoozed · ${body}`,
  discreetChanges: (count: number) => `${count} changes`,
  discreetTasks: (count: number) => (count === 1 ? 'A task changed' : `${count} tasks changed`),
  discreetBody: 'Click to see what changed',
};
