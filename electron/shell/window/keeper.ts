import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { PageContents } from '../ipc.ts';
import { pageUrl } from '../page-address.ts';
import { type Bounds, type Placement, boundsToRemember, placeOnScreen } from './bounds.ts';
import { placeNearTray } from './near-tray.ts';
import { type KeyPress, type Shortcut, shortcutOf } from './shortcuts.ts';

/** The part of a window’s contents that is used. */
export type KeptContents = PageContents & {
  getZoomLevel(): number;
  setZoomLevel(level: number): void;
  reload(): void;
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string; readonly exitCode: number }) => void,
  ): unknown;
  on(event: 'did-fail-load', listener: (event: unknown, code: number, description: string) => void): unknown;
  on(event: 'before-input-event', listener: (event: { preventDefault(): void }, press: KeyPress) => void): unknown;
};

/** The part of a window that is used. */
export type KeptWindow = {
  readonly webContents: KeptContents;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  restore(): void;
  close(): void;
  destroy(): void;
  isVisible(): boolean;
  isMinimized(): boolean;
  isFocused(): boolean;
  getNormalBounds(): Bounds;
  setBounds(bounds: Bounds): void;
  on(event: 'ready-to-show' | 'blur' | 'close' | 'closed', listener: () => void): unknown;
};

export type WindowKeeperPorts = {
  /** Makes the window, hidden, with the page’s preferences. */
  readonly createWindow: (placement: Placement) => KeptWindow;
  /** The screens without their panels, the main one first. */
  readonly workAreas: () => readonly Bounds[];
  readonly loadBounds: () => Bounds | null;
  readonly saveBounds: (bounds: Bounds) => void;
  /** Called with the contents of a window before its page loads. */
  readonly onContents: (contents: KeptContents) => void;
  readonly onQuit: () => void;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
};

/** Keeps the one window: made when it is wanted, destroyed when it is closed, so that nothing of it stays in memory. */
export type WindowKeeper = {
  /** Shows the window, in front. */
  show(): void;
  /**
   * Closes the window if it is in front, shows it otherwise: beside the tray’s icon at `icon`, or where it was when null or
   * when the system does not say where the icon is.
   */
  toggle(icon: Bounds | null): void;
  dispose(): void;
};

/** A click on the tray takes the focus away before it is told; a window that lost it this short ago was in front. */
const focusLoss = 300;
/** A page that crashes again within this time is not worth another reload. */
const reloadPeriod = 60_000;
/** The window manager takes a moment to put its frame around a window. */
const frameDelay = 300;
const zoomStep = 0.5;
const zoomLimit = 4;

export const createWindowKeeper = (ports: WindowKeeperPorts): WindowKeeper => {
  const { clock, log, platform } = ports;
  let window: KeptWindow | null = null;
  let remember = (): void => undefined;
  let blurredAt = Number.NEGATIVE_INFINITY;

  const perform = (shortcut: Shortcut, { webContents }: KeptWindow): void => {
    const zoomTo = (level: number): void => webContents.setZoomLevel(Math.max(-zoomLimit, Math.min(level, zoomLimit)));
    switch (shortcut) {
      case 'close':
        return window?.close();
      case 'quit':
        return ports.onQuit();
      case 'zoom-in':
        return zoomTo(webContents.getZoomLevel() + zoomStep);
      case 'zoom-out':
        return zoomTo(webContents.getZoomLevel() - zoomStep);
      case 'zoom-reset':
        return zoomTo(0);
    }
  };

  const watchCrashes = (made: KeptWindow): void => {
    let reloadedAt = Number.NEGATIVE_INFINITY;
    made.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.error(`The page’s process ended: ${reason} (${exitCode}).`);
      if (clock.now() - reloadedAt < reloadPeriod) return made.destroy();
      reloadedAt = clock.now();
      return made.webContents.reload();
    });
    made.webContents.on('did-fail-load', (_event, code, description) => {
      log.error(`The page did not load: ${description} (${code}).`);
      // An empty window can be seen and closed; one that never shows cannot.
      made.show();
    });
  };

  const create = (near: Bounds | null): KeptWindow => {
    const placement = near ?? placeOnScreen(ports.loadBounds(), ports.workAreas());
    const made = ports.createWindow(placement);
    let shown: Bounds | null = null;
    let cancelShown = (): void => undefined;
    remember = () => ports.saveBounds(boundsToRemember(placement, shown, made.getNormalBounds()));
    ports.onContents(made.webContents);
    watchCrashes(made);
    made.on('ready-to-show', () => {
      made.show();
      cancelShown = clock.schedule(frameDelay, () => {
        shown = made.getNormalBounds();
      });
    });
    made.on('blur', () => {
      blurredAt = clock.now();
    });
    made.on('close', remember);
    made.on('closed', () => {
      cancelShown();
      if (window === made) window = null;
    });
    made.webContents.on('before-input-event', (event, press) => {
      const shortcut = shortcutOf(press, platform);
      if (shortcut === null) return;
      event.preventDefault();
      perform(shortcut, made);
    });
    // A load that fails is told by `did-fail-load`.
    made.loadURL(pageUrl).catch(() => undefined);
    return made;
  };

  const showAt = (near: Bounds | null): void => {
    if (window === null) {
      window = create(near);
      return;
    }
    if (window.isMinimized()) window.restore();
    if (near !== null) window.setBounds(near);
    window.show();
    window.focus();
  };

  return {
    show: () => showAt(null),
    toggle: (icon) => {
      const isInFront =
        window !== null &&
        window.isVisible() &&
        !window.isMinimized() &&
        (window.isFocused() || clock.now() - blurredAt < focusLoss);
      if (isInFront) window?.close();
      else showAt(icon === null ? null : placeNearTray(icon, ports.loadBounds(), ports.workAreas()));
    },
    dispose: () => {
      if (window === null) return;
      remember();
      window.destroy();
    },
  };
};
