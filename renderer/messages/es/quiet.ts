import type { PageMessages } from '../en/index.ts';

export const quiet: PageMessages['quiet'] = {
  days: {
    mon: { short: 'Lun', long: 'Lunes' },
    tue: { short: 'Mar', long: 'Martes' },
    wed: { short: 'Mié', long: 'Miércoles' },
    thu: { short: 'Jue', long: 'Jueves' },
    fri: { short: 'Vie', long: 'Viernes' },
    sat: { short: 'Sáb', long: 'Sábado' },
    sun: { short: 'Dom', long: 'Domingo' },
  },
  everyDay: 'Todos los días',
  range: (first, last) => `${first} a ${last}`,
  sameDay: (days, from, to) => `${days}, de ${from} a ${to}`,
  nextDay: (days, from, to) => `${days}, de ${from} a ${to} del día siguiente`,
  wholeDay: (days, from) => `${days}, desde ${from} durante un día entero`,
};
