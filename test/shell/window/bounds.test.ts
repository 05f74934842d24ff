import { describe, expect, it } from 'vitest';
import { type Bounds, boundsToRemember, placeOnScreen } from '../../../electron/shell/window/bounds.ts';

const bounds = (x: number, y: number, width: number, height: number): Bounds => ({ x, y, width, height });
const main = bounds(0, 27, 1280, 773);
const right = bounds(1280, 0, 1920, 1080);

describe('a window goes', () => {
  it.each<[string, Bounds | null, Bounds[], object]>([
    ['to the middle the first time', null, [main], { width: 420, height: 680 }],
    ['where it was', bounds(100, 50, 500, 600), [main], bounds(100, 50, 500, 600)],
    ['where it was on another screen', bounds(1500, 50, 500, 600), [main, right], bounds(1500, 50, 500, 600)],
    ['to the middle when that screen is gone', bounds(1500, 50, 500, 600), [main], { width: 500, height: 600 }],
    [
      'wholly onto the screen that shows most of it',
      bounds(1200, 50, 500, 600),
      [main, right],
      bounds(1280, 50, 500, 600),
    ],
    ['out from under the panel', bounds(100, 0, 500, 600), [main], bounds(100, 27, 500, 600)],
    ['back in from beyond the edge', bounds(1000, 600, 500, 600), [main], bounds(780, 200, 500, 600)],
    ['in smaller onto a smaller screen', bounds(0, 0, 2000, 2000), [main], bounds(0, 27, 1280, 773)],
    ['never smaller than it can be used', bounds(10, 40, 50, 50), [main], bounds(10, 40, 360, 480)],
    [
      'to the corner of a screen smaller than itself',
      bounds(10, 10, 400, 500),
      [bounds(0, 0, 320, 240)],
      bounds(0, 0, 360, 480),
    ],
    ['anywhere when no screen is told', null, [], { width: 420, height: 680 }],
    ['onto whole pixels', bounds(10.4, 40.6, 400.5, 500.2), [main], bounds(10, 41, 401, 500)],
  ])('%s', (_name, remembered, workAreas, expected) => {
    expect(placeOnScreen(remembered, workAreas)).toEqual(expected);
  });
});

describe('of a closed window is remembered', () => {
  const placed = bounds(100, 50, 500, 600);
  it.each<[string, Bounds | null, Bounds, Bounds]>([
    ['its place where the system tells places as it takes them', placed, placed, placed],
    ['its place less the frame', bounds(105, 79, 500, 600), bounds(105, 79, 500, 600), placed],
    [
      'where it was moved to, less the frame',
      bounds(105, 79, 500, 600),
      bounds(305, 179, 420, 700),
      bounds(300, 150, 420, 700),
    ],
    [
      'what it tells when something else had moved it',
      bounds(400, 79, 500, 600),
      bounds(410, 89, 500, 600),
      bounds(410, 89, 500, 600),
    ],
    ['what it tells when it was closed before it stood', null, bounds(105, 79, 500, 600), bounds(105, 79, 500, 600)],
  ])('%s', (_name, shown, current, expected) => {
    expect(boundsToRemember(placed, shown, current)).toEqual(expected);
  });

  it('what it tells when the system had chosen its place', () => {
    const current = bounds(435, 102, 420, 680);
    expect(boundsToRemember({ width: 420, height: 680 }, current, current)).toEqual(current);
  });
});
