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
