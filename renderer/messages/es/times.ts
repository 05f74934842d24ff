import { createPlural } from '../../../electron/contract/index.ts';
import type { PageMessages } from '../en/index.ts';

const plural = createPlural('es');

/** “la 1:20”, but “las 2:20”. */
const clock = (time: string): string => (/^1(?!\d)/.test(time) ? `la ${time}` : `las ${time}`);

export const times: PageMessages['times'] = {
  dateLocale: 'es',
  now: 'ahora',
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  justNow: 'ahora mismo',
  secondsAgo: (count) => `hace ${count} s`,
  minutesAgo: (count) => `hace ${count} min`,
  hoursAgo: (count) => `hace ${count} h`,
  daysAgo: (count) => plural(count, { one: `hace ${count} día`, other: `hace ${count} días` }),
  dateAndTime: (date, time) => `${date}, ${time}`,
  today: 'Hoy',
  yesterday: 'Ayer',
  todayAt: (time) => `Hoy, ${time}`,
  tomorrowAt: (time) => `Mañana, ${time}`,
  end: {
    at: clock,
    today: (time) => `hoy a ${clock(time)}`,
    tomorrow: (time) => `mañana a ${clock(time)}`,
    on: (date) => `el ${date}`,
  },
};
