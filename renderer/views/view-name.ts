/** The views that open over the list of changes. */
export type ViewName = 'connect' | 'tunnel' | 'requests' | 'keys';

export type ShowView = (view: ViewName) => void;
