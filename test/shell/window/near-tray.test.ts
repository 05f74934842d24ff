import { expect, it } from 'vitest';
import type { Bounds } from '../../../electron/shell/window/bounds.ts';
import { placeNearTray } from '../../../electron/shell/window/near-tray.ts';

const size = { width: 400, height: 600 };
/** A screen of 1920 by 1080 with a panel of 40 at one edge. */
const areas = {
  top: { x: 0, y: 40, width: 1920, height: 1040 },
  bottom: { x: 0, y: 0, width: 1920, height: 1040 },
  left: { x: 40, y: 0, width: 1880, height: 1080 },
  right: { x: 0, y: 0, width: 1880, height: 1080 },
  second: { x: 1920, y: 40, width: 1280, height: 984 },
  leftOfMain: { x: -1280, y: 0, width: 1280, height: 984 },
} satisfies Record<string, Bounds>;
const icon = (x: number, y: number): Bounds => ({ x, y, width: 24, height: 24 });

it.each<[string, Bounds, readonly Bounds[], { readonly x: number; readonly y: number }]>([
  ['under a panel at the top, centred', icon(1000, 8), [areas.top], { x: 812, y: 48 }],
  ['under a panel at the top, clear of the screen’s edge', icon(1890, 8), [areas.top], { x: 1512, y: 48 }],
  ['over a panel at the bottom', icon(1700, 1048), [areas.bottom], { x: 1512, y: 432 }],
  ['beside a panel at the left', icon(8, 1040), [areas.left], { x: 48, y: 472 }],
  ['beside a panel at the right', icon(1888, 500), [areas.right], { x: 1472, y: 212 }],
  ['on the second screen, when the icon is there', icon(2500, 8), [areas.top, areas.second], { x: 2312, y: 48 }],
  ['on a screen left of the main one', icon(-100, 990), [areas.bottom, areas.leftOfMain], { x: -408, y: 376 }],
  [
    'over an icon in a panel that hides itself',
    icon(1700, 1050),
    [{ ...areas.bottom, height: 1080 }],
    { x: 1512, y: 472 },
  ],
])('the window is %s', (_name, at, workAreas, expected) => {
  expect(placeNearTray(at, size, workAreas)).toEqual({ ...expected, ...size });
});

it('shrinks to the screen that has the icon', () => {
  const area = { x: 0, y: 24, width: 800, height: 456 };
  expect(placeNearTray(icon(700, 0), { width: 900, height: 700 }, [area])).toEqual({
    x: 8,
    y: 32,
    width: 784,
    height: 440,
  });
});

it('has the usual size when none is remembered', () => {
  expect(placeNearTray(icon(1000, 8), null, [areas.top])).toMatchObject({ width: 420, height: 680 });
});

it.each<[string, Bounds, readonly Bounds[]]>([
  ['the system does not say where the icon is', { x: 0, y: 0, width: 0, height: 0 }, [areas.top]],
  ['there is no screen', icon(0, 0), []],
])('is left to the system when %s', (_name, at, workAreas) => {
  expect(placeNearTray(at, size, workAreas)).toBeNull();
});
