import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Bounds, Placement } from '../../../electron/shell/window/bounds.ts';
import { type KeptContents, type KeptWindow, createWindowKeeper } from '../../../electron/shell/window/keeper.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createMemoryLog } from '../memory-log.ts';

const workArea: Bounds = { x: 0, y: 0, width: 1280, height: 800 };

/** A window as Electron’s behaves: hidden until shown, gone once closed or destroyed. */
const createWindow = (placement: Placement) => {
  const events = new EventEmitter();
  const contentsEvents = new EventEmitter();
  const state = { url: '', isVisible: false, isFocused: false, isMinimized: false, isGone: false, reloads: 0, zoom: 0 };
  const bounds: Bounds = { x: 10, y: 10, ...placement };
  const moved: Bounds[] = [];
  const go = (): void => {
    state.isGone = true;
    state.isVisible = false;
    events.emit('closed');
  };
  const webContents: KeptContents = {
    on: (event: string, listener: (...given: never[]) => void) =>
      contentsEvents.on(event, (...given: unknown[]) => void Reflect.apply(listener, undefined, given)),
    send: () => undefined,
    isDestroyed: () => state.isGone,
    getZoomLevel: () => state.zoom,
    setZoomLevel: (level) => {
      state.zoom = level;
    },
    reload: () => {
      state.reloads += 1;
    },
  };
  const window: KeptWindow = {
    webContents,
    loadURL: async (url) => {
      state.url = url;
    },
    show: () => {
      state.isVisible = true;
      state.isFocused = true;
    },
    focus: () => {
      state.isFocused = true;
    },
    restore: () => {
      state.isMinimized = false;
    },
    close: () => {
      events.emit('close');
      go();
    },
    destroy: go,
    isVisible: () => state.isVisible,
    isMinimized: () => state.isMinimized,
    isFocused: () => state.isFocused,
    getNormalBounds: () => bounds,
    setBounds: (next) => void moved.push(next),
    on: (event, listener) => events.on(event, listener),
  };
  const press = (key: string): void =>
    void contentsEvents.emit(
      'before-input-event',
      { preventDefault: () => undefined },
      { type: 'keyDown', key, control: true, shift: false, alt: false, meta: false },
    );
  const crash = (): void => void contentsEvents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  const failToLoad = (): void => void contentsEvents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND');
  const blur = (): void => {
    state.isFocused = false;
    events.emit('blur');
  };
  return {
    window,
    placement,
    moved,
    state,
    bounds,
    press,
    crash,
    failToLoad,
    blur,
    draw: () => void events.emit('ready-to-show'),
  };
};

const open = (remembered: Bounds | null = null) => {
  const clock = createFakeClock();
  const windows: ReturnType<typeof createWindow>[] = [];
  const saved: Bounds[] = [];
  const log = createMemoryLog();
  let quits = 0;
  const keeper = createWindowKeeper({
    createWindow: (placement) => {
      const made = createWindow(placement);
      windows.push(made);
      return made.window;
    },
    workAreas: () => [workArea],
    loadBounds: () => saved.at(-1) ?? remembered,
    saveBounds: (bounds) => saved.push(bounds),
    onContents: () => undefined,
    onQuit: () => {
      quits += 1;
    },
    platform: 'linux',
    clock,
    log,
  });
  const latest = () => {
    const made = windows.at(-1);
    if (made === undefined) throw new Error('There is no window.');
    return made;
  };
  return { keeper, clock, windows, saved, log, latest, quits: () => quits };
};

describe('the window', () => {
  it('is made when it is wanted, and seen when the page has drawn itself', () => {
    const { keeper, windows, latest } = open();
    expect(windows).toHaveLength(0);
    keeper.show();
    expect(latest().state).toMatchObject({ url: 'app://redbooth-notifier/', isVisible: false });
    latest().draw();
    expect(latest().state.isVisible).toBe(true);
  });

  it('is there once, however often it is wanted', () => {
    const { keeper, windows, latest } = open();
    keeper.show();
    latest().draw();
    latest().state.isMinimized = true;
    keeper.show();
    expect(windows).toHaveLength(1);
    expect(latest().state).toMatchObject({ isMinimized: false, isVisible: true, isFocused: true });
  });

  it('comes back where it was closed', () => {
    const { keeper, windows, latest } = open({ x: 200, y: 100, width: 500, height: 600 });
    keeper.show();
    latest().draw();
    latest().window.close();
    keeper.show();
    expect(windows.map(({ placement }) => placement)).toEqual([
      { x: 200, y: 100, width: 500, height: 600 },
      { x: 200, y: 100, width: 500, height: 600 },
    ]);
  });

  it('can be seen even when its page cannot be loaded', () => {
    const { keeper, latest, log } = open();
    keeper.show();
    latest().failToLoad();
    expect(latest().state.isVisible).toBe(true);
    expect(log.lines).toEqual(['The page did not load: ERR_FILE_NOT_FOUND (-6).']);
  });
});

describe('a click on the tray', () => {
  it('opens the window, and closes it when it is in front', () => {
    const { keeper, windows, latest } = open();
    keeper.toggle(null);
    latest().draw();
    keeper.toggle(null);
    expect(windows.map(({ state }) => state.isGone)).toEqual([true]);
  });

  it('closes a window that the click itself took the focus from', async () => {
    const { keeper, clock, latest } = open();
    keeper.toggle(null);
    latest().draw();
    latest().blur();
    await clock.advance(100);
    keeper.toggle(null);
    expect(latest().state.isGone).toBe(true);
  });

  it('brings a window that is behind others to the front', async () => {
    const { keeper, clock, latest } = open();
    keeper.toggle(null);
    latest().draw();
    latest().blur();
    await clock.advance(5_000);
    keeper.toggle(null);
    expect(latest().state).toMatchObject({ isGone: false, isFocused: true });
  });
});

describe('a key', () => {
  it('closes the window, with its place remembered', () => {
    const { keeper, latest, saved } = open();
    keeper.show();
    latest().press('w');
    expect(latest().state.isGone).toBe(true);
    expect(saved).toHaveLength(1);
  });

  it('quits the app', () => {
    const { keeper, latest, quits } = open();
    keeper.show();
    latest().press('q');
    expect(quits()).toBe(1);
  });

  it('makes everything larger and smaller, within bounds', () => {
    const { keeper, latest } = open();
    keeper.show();
    latest().press('+');
    latest().press('+');
    expect(latest().state.zoom).toBe(1);
    latest().press('-');
    expect(latest().state.zoom).toBe(0.5);
    for (let turn = 0; turn < 20; turn += 1) latest().press('+');
    expect(latest().state.zoom).toBe(4);
    latest().press('0');
    expect(latest().state.zoom).toBe(0);
  });
});

describe('a page whose process ends', () => {
  it('is loaded again once, and given up when it ends again soon', async () => {
    const { keeper, clock, latest } = open();
    keeper.show();
    latest().crash();
    expect(latest().state).toMatchObject({ reloads: 1, isGone: false });
    await clock.advance(10_000);
    latest().crash();
    expect(latest().state).toMatchObject({ reloads: 1, isGone: true });
  });

  it('is loaded again when the last time was long ago', async () => {
    const { keeper, clock, latest } = open();
    keeper.show();
    latest().crash();
    await clock.advance(600_000);
    latest().crash();
    expect(latest().state).toMatchObject({ reloads: 2, isGone: false });
  });

  it('can be opened anew after it was given up', () => {
    const { keeper, windows, latest } = open();
    keeper.show();
    latest().crash();
    latest().crash();
    keeper.show();
    expect(windows).toHaveLength(2);
  });
});

describe('dispose', () => {
  it('remembers the place, and leaves neither window nor timer', async () => {
    const { keeper, clock, latest, saved } = open();
    keeper.show();
    latest().draw();
    keeper.dispose();
    expect(latest().state.isGone).toBe(true);
    expect(saved).toHaveLength(1);
    expect(clock.waiting()).toBe(0);
  });

  it('has nothing to do without a window', () => {
    const { keeper, saved } = open();
    keeper.dispose();
    expect(saved).toEqual([]);
  });
});

describe('beside the tray’s icon', () => {
  const icon: Bounds = { x: 1000, y: 810, width: 24, height: 24 };
  const besideIcon = { x: 802, y: 112, width: 420, height: 680 };

  it('the window is made where the icon is', () => {
    const { keeper, latest } = open({ x: 5, y: 5, width: 420, height: 680 });
    keeper.toggle(icon);
    expect(latest().placement).toEqual(besideIcon);
  });

  it('a window that is somewhere behind comes to the icon', () => {
    const { keeper, clock, latest } = open();
    keeper.show();
    latest().draw();
    latest().blur();
    void clock.advance(10_000);
    latest().state.isVisible = false;
    keeper.toggle(icon);
    expect(latest().moved).toEqual([besideIcon]);
  });

  it('the window is where it was when the system does not say where the icon is', () => {
    const remembered = { x: 5, y: 5, width: 420, height: 680 };
    const { keeper, latest } = open(remembered);
    keeper.toggle({ x: 0, y: 0, width: 0, height: 0 });
    expect(latest().placement).toEqual(remembered);
  });
});
