import { type Bounds, usualSize } from './bounds.ts';

type Size = Pick<Bounds, 'width' | 'height'>;
const gap = 8;

const clamp = (value: number, least: number, most: number): number =>
  Math.round(Math.max(least, Math.min(value, most)));

const centre = ({ x, y, width, height }: Bounds): { readonly x: number; readonly y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** How far a point is from a rectangle; 0 inside it. */
const distance = (point: { readonly x: number; readonly y: number }, area: Bounds): number =>
  Math.hypot(
    Math.max(area.x - point.x, 0, point.x - (area.x + area.width)),
    Math.max(area.y - point.y, 0, point.y - (area.y + area.height)),
  );

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** The edge of the work area at which the panel with the icon is: how far the icon is beyond each, the farthest counts. */
const edgeOf = (icon: { readonly x: number; readonly y: number }, area: Bounds): Edge => {
  const beyond: readonly (readonly [Edge, number])[] = [
    ['top', area.y - icon.y],
    ['bottom', icon.y - (area.y + area.height)],
    ['left', area.x - icon.x],
    ['right', icon.x - (area.x + area.width)],
  ];
  return beyond.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
};

/**
 * Places a window beside the tray’s icon, wholly on the screen that has the icon: under a panel at the top, over one at the
 * bottom, beside one at a side. Null where the system does not say where the icon is (an empty rectangle). All in
 * device-independent pixels; `workAreas` are the screens without their panels.
 */
export const placeNearTray = (icon: Bounds, remembered: Size | null, workAreas: readonly Bounds[]): Bounds | null => {
  if (icon.width <= 0 || icon.height <= 0) return null;
  const point = centre(icon);
  const [area] = [...workAreas].sort((a, b) => distance(point, a) - distance(point, b));
  if (area === undefined) return null;
  const wanted = remembered ?? usualSize;
  const width = Math.min(wanted.width, area.width - 2 * gap);
  const height = Math.min(wanted.height, area.height - 2 * gap);
  const left = area.x + gap;
  const top = area.y + gap;
  const right = area.x + area.width - gap - width;
  const bottom = area.y + area.height - gap - height;
  const x = clamp(point.x - width / 2, left, right);
  const y = clamp(point.y - height / 2, top, bottom);
  const edge = edgeOf(point, area);
  if (edge === 'top') return { x, y: top, width, height };
  if (edge === 'bottom') return { x, y: bottom, width, height };
  return { x: edge === 'left' ? left : right, y, width, height };
};
