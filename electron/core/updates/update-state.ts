import type { UpdateObstacle } from '../../contract/index.ts';
import type { UpdateFault } from './updater.ts';

/** Where the app stands with its own releases. */
export type UpdateState =
  | { readonly state: 'unsupported'; readonly obstacle: UpdateObstacle }
  | { readonly state: 'idle' }
  | { readonly state: 'checking' }
  | { readonly state: 'available'; readonly version: string }
  | { readonly state: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly state: 'ready'; readonly version: string }
  | { readonly state: 'installing'; readonly version: string }
  | { readonly state: 'failed'; readonly version: string | null; readonly fault: UpdateFault };

export type UpdateEvent =
  | { readonly event: 'check-begun' }
  | { readonly event: 'found'; readonly version: string }
  | { readonly event: 'nothing-found' }
  /** `isAsked`: whether the user asked for the check, and so wants to know. */
  | { readonly event: 'check-failed'; readonly fault: UpdateFault; readonly isAsked: boolean }
  | { readonly event: 'download-begun' }
  | { readonly event: 'progress'; readonly percent: number }
  | { readonly event: 'downloaded' }
  | { readonly event: 'download-failed'; readonly fault: UpdateFault }
  | { readonly event: 'install-begun' }
  | { readonly event: 'install-failed'; readonly fault: UpdateFault };

/** Whether it can be looked for a release: not while one is on its way. */
export const mayCheck = ({ state }: UpdateState): boolean =>
  state === 'idle' || state === 'available' || state === 'failed';

/** Whether a release is known that can be downloaded, maybe once more. */
export const mayDownload = (state: UpdateState): boolean =>
  state.state === 'available' || (state.state === 'failed' && state.version !== null);

/** Whether a release is downloaded and waits for a restart. */
export const mayInstall = ({ state }: UpdateState): boolean => state === 'ready';

/** What becomes of a state; an event that does not belong to it changes nothing. */
export const nextUpdateState = (state: UpdateState, event: UpdateEvent): UpdateState => {
  switch (event.event) {
    case 'check-begun':
      // A release that is told already stays told while it is looked for a newer one.
      return mayCheck(state) && state.state !== 'available' ? { state: 'checking' } : state;
    case 'found':
      return isLookedFor(state) ? { state: 'available', version: event.version } : state;
    case 'nothing-found':
      return isLookedFor(state) ? { state: 'idle' } : state;
    case 'check-failed':
      if (state.state !== 'checking') return state;
      return event.isAsked ? { state: 'failed', version: null, fault: event.fault } : { state: 'idle' };
    case 'download-begun':
      return mayDownload(state) && 'version' in state && state.version !== null
        ? { state: 'downloading', version: state.version, percent: 0 }
        : state;
    case 'progress':
      // Never backwards: a download in parts that fails begins once more as a whole.
      return state.state === 'downloading' && event.percent > state.percent
        ? { ...state, percent: Math.min(100, Math.floor(event.percent)) }
        : state;
    case 'downloaded':
      return state.state === 'downloading' ? { state: 'ready', version: state.version } : state;
    case 'download-failed':
      return state.state === 'downloading' ? { state: 'failed', version: state.version, fault: event.fault } : state;
    case 'install-begun':
      return state.state === 'ready' ? { state: 'installing', version: state.version } : state;
    case 'install-failed':
      return state.state === 'installing' ? { state: 'failed', version: state.version, fault: event.fault } : state;
  }
};

const isLookedFor = ({ state }: UpdateState): boolean => state === 'checking' || state === 'available';
