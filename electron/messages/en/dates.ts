/** Days near today. All others are written by Intl. */
export const dates = { today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday' };
