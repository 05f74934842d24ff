/** The app's name where people see it. */
export const appName = 'Redbooth Notifier';

/** How Windows tells apps apart; the same as the installer’s appId, or toasts carry no name and lose their clicks. */
export const appId = 'app.redbooth-notifier';

/** What Windows starts when a toast is clicked while the app does not run. It stays the same for ever: old toasts name it. */
export const toastActivatorId = '{9ACA938B-6339-4746-9189-69B6DF47073B}';
