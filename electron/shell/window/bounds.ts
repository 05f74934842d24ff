/** A rectangle of the desktop, in device-independent pixels. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a window goes; without x and y the system centres it. */
export type Placement = Bounds | { readonly width: number; readonly height: number };

export const smallestSize = { width: 360, height: 480 } as const;
export const usualSize = { width: 420, height: 680 } as const;

const clamp = (value: number, least: number, most: number): number =>
  Math.round(Math.max(least, Math.min(value, most)));

const overlap = (a: Bounds, b: Bounds): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/**
 * Places a window where it was, wholly on the screen that shows most of it; a screen that is gone leaves only its size, for
 * the system to centre. `workAreas` are the screens without their panels, the main one first.
 */
export const placeOnScreen = (remembered: Bounds | null, workAreas: readonly Bounds[]): Placement => {
  const [mainArea] = workAreas;
  const size = remembered ?? usualSize;
  const fit = (area: Bounds | undefined): { readonly width: number; readonly height: number } => ({
    width: clamp(size.width, smallestSize.width, Math.max(area?.width ?? size.width, smallestSize.width)),
    height: clamp(size.height, smallestSize.height, Math.max(area?.height ?? size.height, smallestSize.height)),
  });
  if (remembered === null) return fit(mainArea);
  const shown = workAreas
    .map((area) => ({ area, overlap: overlap(remembered, area) }))
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => b.overlap - a.overlap)[0]?.area;
  if (shown === undefined) return fit(mainArea);
  const { width, height } = fit(shown);
  return {
    x: clamp(remembered.x, shown.x, Math.max(shown.x, shown.x + shown.width - width)),
    y: clamp(remembered.y, shown.y, Math.max(shown.y, shown.y + shown.height - height)),
    width,
    height,
  };
};

/** No window manager draws a frame thicker than this. */
const thickestFrame = 80;

/**
 * What to remember of a window that is closed. Under X11 a window is placed by its frame and tells the place inside the
 * frame: remembered as told, it would wander by a title bar each time. `shown` is what it told once it was on screen.
 */
export const boundsToRemember = (placement: Placement, shown: Bounds | null, current: Bounds): Bounds => {
  if (!('x' in placement) || shown === null) return current;
  const left = shown.x - placement.x;
  const top = shown.y - placement.y;
  const isFrame = left >= 0 && left <= thickestFrame && top >= 0 && top <= thickestFrame;
  return isFrame ? { ...current, x: current.x - left, y: current.y - top } : current;
};
