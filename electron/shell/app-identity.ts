/** The app's name where people see it. */
export const appName = 'Redbooth Notifier';

/** How Windows tells apps apart; the same as the installer’s appId, or toasts carry no name and lose their clicks. */
export const appId = 'app.redbooth-notifier';
