/** The views that open over the list of changes. */
export type ViewName = 'connect' | 'tunnel' | 'requests' | 'account' | 'keys';

export type ShowView = (view: ViewName) => void;
