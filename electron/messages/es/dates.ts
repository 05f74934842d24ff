import type { HostMessages } from '../en/index.ts';

export const dates: HostMessages['dates'] = { today: 'hoy', tomorrow: 'mañana', yesterday: 'ayer' };
