import type { Status } from './entities.ts';

/**
 * Who and what is there when a simulation begins, in one organization. People are named by their username; a username
 * that another organization has as well is the same user in both.
 */
export type Population = {
  readonly organization: string;
  readonly users: readonly {
    readonly firstName: string;
    readonly lastName: string;
    readonly username: string;
    /** May edit the organization’s web hooks. */
    readonly isAdmin?: boolean;
  }[];
  readonly projects: readonly {
    readonly name: string;
    readonly members: readonly string[];
    readonly taskLists: readonly { readonly name: string; readonly tasks: readonly InitialTask[] }[];
  }[];
};

type InitialTask = {
  readonly name: string;
  readonly by: string;
  readonly assignedTo?: string;
  readonly status?: Status;
  readonly dueInDays?: number;
  readonly isUrgent?: boolean;
  readonly isPrivate?: boolean;
  readonly description?: string;
};

const everyone = ['ada', 'bo', 'chi', 'dana', 'emil'];

/** Ada Lovell and her four colleagues, with work already under way in three projects. */
export const office: Population = {
  organization: 'Northlight Studio',
  users: [
    { firstName: 'Ada', lastName: 'Lovell', username: 'ada', isAdmin: true },
    { firstName: 'Bo', lastName: 'Lindqvist', username: 'bo' },
    { firstName: 'Chi', lastName: 'Nakamura', username: 'chi' },
    { firstName: 'Dana', lastName: 'Reyes', username: 'dana' },
    { firstName: 'Emil', lastName: 'Novak', username: 'emil' },
  ],
  projects: [
    {
      name: 'Website relaunch',
      members: everyone,
      taskLists: [
        {
          name: 'Launch',
          tasks: [
            { name: 'Draft launch plan', by: 'bo', assignedTo: 'ada', status: 'open', dueInDays: 8 },
            { name: 'Pricing page', by: 'ada', assignedTo: 'bo', status: 'open', dueInDays: 4 },
            { name: 'Old banner copy', by: 'dana', assignedTo: 'dana', status: 'hold' },
            { name: 'Redirects for old links', by: 'chi', assignedTo: 'emil', status: 'open' },
          ],
        },
        {
          name: 'Content',
          tasks: [
            { name: 'Photos of the team', by: 'dana', assignedTo: 'ada', status: 'open', dueInDays: 12 },
            { name: 'Rewrite the about page', by: 'chi', assignedTo: 'chi', status: 'open' },
            { name: 'Case study: harbour museum', by: 'bo', assignedTo: 'dana', status: 'new' },
          ],
        },
      ],
    },
    {
      name: 'Autumn summit',
      members: everyone,
      taskLists: [
        {
          name: 'Place and time',
          tasks: [
            { name: 'Book venue', by: 'bo', assignedTo: 'emil', status: 'open', dueInDays: 8 },
            { name: 'Compare caterers', by: 'dana', assignedTo: 'dana', status: 'open', dueInDays: 15 },
          ],
        },
        {
          name: 'Programme',
          tasks: [
            { name: 'Spec v1', by: 'chi', assignedTo: 'chi', status: 'open' },
            { name: 'Invite speakers', by: 'ada', assignedTo: 'ada', status: 'open', dueInDays: 6 },
            { name: 'Order badges', by: 'emil', status: 'new' },
          ],
        },
      ],
    },
    {
      name: 'Office move',
      members: everyone,
      taskLists: [
        {
          name: 'Before',
          tasks: [
            { name: 'Measure the new rooms', by: 'emil', assignedTo: 'emil', status: 'open', dueInDays: 3 },
            {
              name: 'Notify the landlord',
              by: 'dana',
              assignedTo: 'ada',
              status: 'open',
              isUrgent: true,
              dueInDays: 2,
            },
            { name: 'Inventory of desks', by: 'bo', assignedTo: 'chi', status: 'open' },
          ],
        },
        {
          name: 'After',
          tasks: [
            { name: 'Return the old keys', by: 'dana', status: 'new', dueInDays: 30 },
            { name: 'House-warming', by: 'chi', assignedTo: 'bo', status: 'hold' },
          ],
        },
      ],
    },
  ],
};
