import type { SettingsPlace } from '../settings/settings-places.ts';

/** The views that open over the list of changes. */
export type ViewName = 'connect' | 'tunnel' | 'requests' | 'account' | 'settings' | 'keys' | 'checks' | 'welcome';

/** Shows a view; the settings from one of their sections on. */
export type ShowView = (view: ViewName, place?: SettingsPlace) => void;
