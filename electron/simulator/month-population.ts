import type { Population } from './population.ts';

const everyone = ['ada', 'bo', 'chi', 'dana', 'emil', 'adam', 'maria', 'maria.k', 'zoe', 'oskar', 'li', 'noor'];

const start = (names: readonly string[], by: string, assignedTo: string) =>
  names.map((name, index) => ({
    name,
    by,
    status: index % 3 === 0 ? ('new' as const) : ('open' as const),
    ...(index % 2 === 0 ? { assignedTo } : {}),
    ...(index % 4 === 1 ? { dueInDays: index + 2 } : {}),
    ...(index % 7 === 3 ? { isPrivate: true } : {}),
  }));

/**
 * Twelve people in six projects, of which Ada has joined five. Some are easily taken for another: Ada and Adam, and two
 * by the first name of Maria.
 */
export const monthPopulation: Population = {
  organization: 'Harbour Works',
  users: [
    { firstName: 'Ada', lastName: 'Lovell', username: 'ada', isAdmin: true },
    { firstName: 'Bo', lastName: 'Lindqvist', username: 'bo' },
    { firstName: 'Chi', lastName: 'Nakamura', username: 'chi' },
    { firstName: 'Dana', lastName: 'Reyes', username: 'dana' },
    { firstName: 'Emil', lastName: 'Novak', username: 'emil' },
    { firstName: 'Adam', lastName: 'Lovell', username: 'adam' },
    { firstName: 'Maria', lastName: 'Costa', username: 'maria' },
    { firstName: 'Maria', lastName: 'Keller', username: 'maria.k', isAdmin: true },
    { firstName: 'Zoë', lastName: 'Åkesson', username: 'zoe' },
    { firstName: 'Oskar', lastName: '', username: 'oskar' },
    { firstName: 'Li', lastName: 'Wen', username: 'li' },
    { firstName: 'Noor', lastName: 'Haddad', username: 'noor' },
  ],
  projects: [
    {
      name: 'Harbour museum',
      members: everyone,
      taskLists: [
        { name: 'Halls', tasks: start(['Light in hall 2', 'Labels', 'Floor plan', 'Audio guide'], 'bo', 'ada') },
        {
          name: 'Outside',
          tasks: start(['Bicycle stands', 'Flag poles', 'Ramp', 'Signposts', 'Benches'], 'chi', 'bo'),
        },
      ],
    },
    {
      name: 'Ferry timetable',
      members: ['ada', 'bo', 'chi', 'adam', 'maria', 'maria.k', 'zoe', 'li'],
      taskLists: [
        { name: 'Summer', tasks: start(['Night ferry', 'Extra boats', 'Pictograms', 'Fares'], 'ada', 'maria') },
        { name: 'Winter', tasks: start(['Ice plan', 'Fog horn', 'Replacement bus'], 'maria.k', 'adam') },
      ],
    },
    {
      name: 'Crane 4',
      members: ['dana', 'ada', 'emil', 'oskar', 'noor', 'adam'],
      taskLists: [
        { name: 'Inspection', tasks: start(['Ropes', 'Brakes', 'Cabin', 'Counterweight'], 'dana', 'ada') },
        { name: 'Papers', tasks: start(['Permit', 'Insurance', 'Operator list'], 'emil', 'noor') },
      ],
    },
    {
      name: 'Board',
      members: ['bo', 'maria.k', 'noor', 'li'],
      taskLists: [{ name: 'Minutes', tasks: start(['January', 'Budget', 'Salaries', 'Audit'], 'bo', 'noor') }],
    },
    {
      name: 'Website',
      members: ['zoe', 'ada', 'li', 'emil'],
      taskLists: [
        { name: 'Next', tasks: start(['Search', 'Opening hours', 'Alt texts', 'Print view'], 'zoe', 'ada') },
        { name: 'Some day', tasks: start(['Dark colours', 'Newsletter'], 'li', 'zoe') },
      ],
    },
    {
      name: 'Summer party',
      members: everyone,
      taskLists: [
        { name: 'To do', tasks: start(['Band', 'Cake', 'Tent', 'Invitations', 'Cleaning up'], 'noor', 'ada') },
        { name: 'Ideas', tasks: start(['Raft race', 'Fireworks'], 'maria', 'oskar') },
      ],
    },
  ],
};
