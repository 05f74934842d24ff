import type { MuteKind } from '../../../electron/contract/index.ts';
import type { PageMessages } from '../en/index.ts';

/** A person is the only one that takes an “a”: “silenciar a Ana”. */
const named = (kind: MuteKind, name: string): string =>
  kind === 'task' ? 'esta tarea' : kind === 'person' ? `a ${name}` : name;

export const rowMenu: PageMessages['rowMenu'] = {
  label: 'Posponer, silenciar, por qué',
  snooze: 'Posponer',
  mute: 'Silenciar',
  why: '¿Por qué?',
  thisTask: 'Esta tarea',
  muteNamed: (kind, name) => `Silenciar ${named(kind, name)}`,
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  oneDay: '1 día',
  untilTakenBack: 'Hasta que yo diga',
  muted: (kind, name, end) => `Silenciaste ${named(kind, name)} hasta ${end ?? 'que lo deshagas'}`,
  unmuted: (kind, name) => `Ya no silencias ${named(kind, name)}`,
  undoMute: (kind, name) => `Deshacer: silenciar ${named(kind, name)}`,
  snoozed: (end) => `Pospuesto hasta ${end}`,
};
