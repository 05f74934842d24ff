import type { PageMessages } from '../en/index.ts';

export const reasons: PageMessages['reasons'] = {
  muted: 'Mostrar lo silenciado',
  quietHours: 'Cambiar las horas de silencio',
  rules: 'Cambiar las reglas',
};
