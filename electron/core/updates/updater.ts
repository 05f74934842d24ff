import type { ErrorCode, Result, UpdateObstacle } from '../../contract/index.ts';

/** A release that is newer than this copy. `notes` is what its makers wrote, as it came: maybe HTML, maybe hostile. */
export type Release = { readonly version: string; readonly notes: string };

export type UpdateFault = Extract<
  ErrorCode,
  'update-check-failed' | 'update-download-failed' | 'update-damaged' | 'update-not-installed'
>;

/** Finds, downloads and installs releases. Each step needs the one before it, in the same run of the app. */
export type Updater = {
  /** The newest release, if it is newer than this copy. Downloads nothing. */
  check(): Promise<Result<Release | null, UpdateFault>>;
  /** Downloads and proves what `check` found. `onProgress` is told the percentage, 0 to 100, of what is there. */
  download(onProgress: (percent: number) => void): Promise<Result<null, UpdateFault>>;
  /**
   * Puts the release in the place of this copy. Once it succeeded, the app quits and the release is started; a failure
   * leaves this copy as it was, and running.
   */
  install(): Promise<Result<null, UpdateFault>>;
  /** Ends a download that is under way. */
  dispose(): void;
};

/** Whether a host can update itself. `open` is called at the first check, as an updater takes memory. */
export type UpdaterPort =
  | { readonly kind: 'unsupported'; readonly obstacle: UpdateObstacle }
  | { readonly kind: 'supported'; readonly open: () => Promise<Updater> };
