import { type Facets, type Mute, type Preferences, defaultRules } from '../../../electron/contract/index.ts';
import { sampleNow } from './sample.ts';

export const samplePreferences: Preferences = {
  rules: defaultRules(),
  chosenProjects: ['32'],
  quietHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:30', to: '08:00' }],
  notificationContent: 'full',
  notificationSound: 'system',
  dueReminderHour: 9,
  theme: 'system',
  language: 'system',
};

export const sampleMutes: readonly Mute[] = [
  { id: '1', kind: 'task', label: '“Order badges”', until: sampleNow + 3_600_000 },
  { id: '2', kind: 'project', label: 'Website relaunch', until: null },
];

export const sampleFacets: Facets = {
  projects: [
    { id: '31', name: 'Website relaunch', count: 120, organization: null },
    { id: '32', name: 'Autumn summit', count: 80, organization: null },
    { id: '33', name: 'Offsite', count: 4, organization: null },
  ],
  people: [
    { id: '501', name: 'Chi', count: 90 },
    { id: '502', name: 'Bo', count: 60 },
  ],
};
