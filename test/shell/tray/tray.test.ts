import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { TrayAction } from '../../../electron/shell/tray/menu.ts';
import { createAppTray } from '../../../electron/shell/tray/tray.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { restingOverview } from '../sample-overview.ts';

type Template = MenuItemConstructorOptions[];

const open = (platform: NodeJS.Platform = 'linux') => {
  const events = new EventEmitter();
  const themeEvents = new EventEmitter();
  const theme = {
    shouldUseDarkColors: false,
    shouldUseDarkColorsForSystemIntegratedUI: false,
    on: (event: 'updated', listener: () => void) => themeEvents.on(event, listener),
    off: (event: 'updated', listener: () => void) => themeEvents.off(event, listener),
  };
  const shown = { images: new Array<string>(), toolTips: new Array<string>(), menus: new Array<Template>() };
  const popped: Template[] = [];
  const performed: TrayAction[] = [];
  let clicks = 0;
  let isDestroyed = false;
  const tray = createAppTray<string, Template>(
    {
      createTray: (image) => {
        shown.images.push(image);
        return {
          setImage: (next) => void shown.images.push(next),
          setToolTip: (words) => void shown.toolTips.push(words),
          setContextMenu: (menu) => void shown.menus.push(menu),
          popUpContextMenu: (menu) => void popped.push(menu),
          on: (event, listener) => events.on(event, listener),
          destroy: () => {
            isDestroyed = true;
          },
        };
      },
      buildMenu: (template) => template,
      loadIcon: (file) => file,
      theme,
      platform,
      clock: createFakeClock(),
      onClick: () => {
        clicks += 1;
      },
      perform: (action) => performed.push(action),
    },
    restingOverview,
  );
  return {
    tray,
    events,
    theme,
    themeEvents,
    shown,
    popped,
    performed,
    clicks: () => clicks,
    isDestroyed: () => isDestroyed,
  };
};

describe('the tray', () => {
  it('says what the app’s state is from the start, and when it changes', () => {
    const { tray, shown } = open();
    tray.render({ ...restingOverview, unread: 2 });
    expect(shown.images).toEqual(['tray-idle-tile.png', 'tray-unread-tile.png']);
    expect(shown.toolTips).toEqual(['Redbooth Notifier · No unread changes', 'Redbooth Notifier · 2 unread changes']);
  });

  it('leaves an open menu alone while it would say the same', () => {
    const { tray, shown } = open();
    tray.render({ ...restingOverview, version: '1.0.1' });
    expect(shown.menus).toHaveLength(1);
    expect(shown.images).toHaveLength(1);
    tray.render({ ...restingOverview, unread: 1 });
    expect(shown.menus).toHaveLength(2);
  });

  it('does what the entry that was chosen says', () => {
    const { shown, performed } = open();
    const [menu] = shown.menus;
    const quit = menu?.find(({ label }) => label === 'Quit');
    expect(quit?.enabled).not.toBe(false);
    if (quit?.click !== undefined) Reflect.apply(quit.click, undefined, []);
    expect(performed).toEqual([{ kind: 'quit' }]);
  });

  it('follows the panel’s theme', () => {
    const { theme, themeEvents, shown } = open('win32');
    theme.shouldUseDarkColorsForSystemIntegratedUI = true;
    themeEvents.emit('updated');
    expect(shown.images).toEqual(['tray-idle-on-light.png', 'tray-idle-on-dark.png']);
  });

  it('on macOS keeps a click for the window, and shows the menu on the other button', () => {
    const { events, shown, popped, clicks } = open('darwin');
    events.emit('click');
    expect(clicks()).toBe(1);
    expect(shown.menus).toEqual([]);
    events.emit('right-click');
    expect(popped).toHaveLength(1);
  });

  it('leaves nothing behind', () => {
    const { tray, themeEvents, isDestroyed } = open();
    tray.dispose();
    expect(isDestroyed()).toBe(true);
    expect(themeEvents.listenerCount('updated')).toBe(0);
  });
});
