import type { ChangeRow, Overview, TaskDetail } from '../../../electron/contract/index.ts';
import { sampleNow, sampleOverview, sampleRow } from './sample.ts';
import { sampleTaskDetail } from './sample-task-detail.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What the app says in Spanish in place of what the English samples say. */
export const spanishOverview: Overview = {
  ...sampleOverview,
  language: 'es',
  reachability: {
    ...sampleOverview.reachability,
    sentence: 'Accesible',
    detail: 'Los hooks de Redbooth llegan aquí en cuanto se envían.',
  },
  account: { ...sampleOverview.account, sentence: 'Sesión iniciada: Ada Park' },
};

const bo = { userId: '502', name: 'Bo', initials: 'BL' };
const website = { id: '31', name: 'Nueva página web' };

export const spanishRows: readonly ChangeRow[] = [
  sampleRow({
    id: '99',
    sentence: 'Chi resolvió “Borrador del plan de lanzamiento”',
    detail: 'Nueva página web · vence el 24 dic',
    project: website,
    at: sampleNow - 2 * minute,
    isResolved: true,
    unread: true,
    why: 'Se te avisó porque la tarea está asignada a ti.',
    fields: [
      { field: 'status', label: 'Estado de la tarea', before: 'Abierta', after: 'Resuelta' },
      { field: 'due_on', label: 'Vence el', before: '1 dic', after: '24 dic' },
    ],
  }),
  sampleRow({
    id: '98',
    sentence: 'Bo te mencionó en “Página de precios”',
    detail: '@ada ¿puedes revisar los números antes del viernes?',
    quote: '@ada ¿puedes revisar los números antes del viernes?',
    actor: bo,
    project: website,
    at: sampleNow - 14 * minute,
    unread: true,
    why: 'Se te avisó porque te menciona.',
  }),
  sampleRow({
    id: '97',
    sentence: 'Bo te asignó “Reservar el local”',
    detail: 'Cumbre de otoño · vence el 3 dic',
    project: { id: '32', name: 'Cumbre de otoño' },
    actor: bo,
    at: sampleNow - hour,
    unread: true,
    why: 'Se te avisó porque la tarea está asignada a ti.',
    fields: [{ field: 'assigned_id', label: 'Asignada', before: null, after: 'Tú' }],
  }),
  sampleRow({
    id: '96',
    sentence: '“Contrato del catering” cambió',
    detail: 'Cumbre de otoño',
    project: { id: '32', name: 'Cumbre de otoño' },
    kind: 'first-seen',
    actor: null,
    at: sampleNow - 26 * hour,
    told: false,
    reason: 'filtered',
    why: 'Sin aviso, porque la tarea no está asignada a ti ni la sigues.',
  }),
];

export const spanishTaskDetail: TaskDetail = {
  ...sampleTaskDetail,
  name: 'Página de precios',
  status: 'Abierta',
  assignee: 'Tú',
  due: 'ayer',
  list: 'Lanzamiento',
  description: 'Los números de la segunda pestaña parecen demasiado buenos.',
  comments: [
    {
      id: '1',
      author: 'Chi Nwosu',
      initials: 'CN',
      userId: '501',
      body: 'La hoja ya está en la carpeta compartida.',
      at: sampleNow - 26 * hour,
    },
    {
      id: '2',
      author: 'Bo Lind',
      initials: 'BL',
      userId: '502',
      body: '@ada ¿puedes revisar los números antes del viernes?',
      at: sampleNow - 14 * minute,
    },
  ],
  hooks: [{ id: '41', action: 'update', source: 'listener', receivedAt: sampleNow - 14 * minute, result: null }],
};
