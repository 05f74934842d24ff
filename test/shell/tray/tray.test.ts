import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Overview, TrayIconChoice } from '../../../electron/contract/index.ts';
import type { TrayAction } from '../../../electron/shell/tray/menu.ts';
import { createAppTray } from '../../../electron/shell/tray/tray.ts';
import { trayViewOf } from '../../../electron/shell/tray/view.ts';
import type { Bounds } from '../../../electron/shell/window/bounds.ts';
import { restingOverview } from '../sample-overview.ts';

type Template = MenuItemConstructorOptions[];
const view = (change: Partial<Overview> = {}) => trayViewOf({ ...restingOverview, ...change }, [], 0);

const open = (platform: NodeJS.Platform = 'linux') => {
  const events = new EventEmitter();
  const themeEvents = new EventEmitter();
  const theme = {
    shouldUseDarkColors: false,
    shouldUseDarkColorsForSystemIntegratedUI: false,
    on: (event: 'updated', listener: () => void) => themeEvents.on(event, listener),
    off: (event: 'updated', listener: () => void) => themeEvents.off(event, listener),
  };
  /** All that reached the system. */
  const shown = {
    images: new Array<string>(),
    toolTips: new Array<string>(),
    titles: new Array<string>(),
    badges: new Array<number>(),
    menus: new Array<Template>(),
  };
  const choice: { value: TrayIconChoice } = { value: 'auto' };
  const popped: Template[] = [];
  const performed: TrayAction[] = [];
  const clicks: Bounds[] = [];
  let isDestroyed = false;
  const tray = createAppTray<string, Template>(
    {
      createTray: (image) => {
        shown.images.push(image);
        return {
          setImage: (next) => void shown.images.push(next),
          setToolTip: (words) => void shown.toolTips.push(words),
          setTitle: (words) => void shown.titles.push(words),
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
      setBadge: (count) => void shown.badges.push(count),
      theme,
      platform,
      iconChoice: () => choice.value,
      scale: () => 1,
      onClick: (bounds) => clicks.push(bounds),
      perform: (action) => performed.push(action),
    },
    view(),
  );
  return { tray, events, theme, themeEvents, shown, choice, popped, performed, clicks, isDestroyed: () => isDestroyed };
};

describe('the tray', () => {
  it('says what the app’s state is from the start, and when it changes', () => {
    const { tray, shown } = open();
    tray.render(view({ unread: 2 }));
    expect(shown.images).toEqual(['tray-idle-tile-32.png', 'tray-unread-tile-32.png']);
    expect(shown.toolTips).toEqual(['Redbooth Notifier · No unread changes', 'Redbooth Notifier · 2 unread changes']);
    expect(shown.badges).toEqual([0, 2]);
    expect(shown.titles).toEqual([]);
  });

  it('has the count beside the icon on macOS', () => {
    const { tray, shown } = open('darwin');
    tray.render(view({ unread: 2 }));
    expect(shown.titles).toEqual(['', '2']);
  });

  it('touches nothing of the system’s while it would show the same, however often it is rendered', () => {
    const { tray, shown } = open();
    const counts = () => Object.values(shown).map(({ length }) => length);
    for (let time = 0; time < 100; time += 1) tray.render(view({ version: `1.0.${time}` }));
    expect(counts()).toEqual([1, 1, 0, 1, 1]);
    const [first] = restingOverview.hookUrls;
    tray.render(view({ hookUrls: first === undefined ? [] : [{ ...first, url: null }] }));
    expect(counts()).toEqual([1, 1, 0, 1, 2]);
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

  it('follows the user’s choice on Linux', () => {
    const { tray, choice, shown } = open();
    choice.value = 'light';
    tray.render(view());
    expect(shown.images).toEqual(['tray-idle-tile-32.png', 'tray-idle-light-32.png']);
  });

  it('on macOS keeps a click for the window, and shows the menu on the other button', () => {
    const { events, shown, popped, clicks } = open('darwin');
    events.emit('click', {}, { x: 900, y: 0, width: 24, height: 24 });
    expect(clicks).toEqual([{ x: 900, y: 0, width: 24, height: 24 }]);
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
