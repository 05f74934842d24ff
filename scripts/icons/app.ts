/** Where an icon is shown. */
export type IconPlace = 'linux' | 'windows' | 'macos';

/**
 * How much of the canvas the mark takes, of 32. macOS gives every icon the same margin and shadow (the grid of Apple’s
 * templates: 824 of 1024); Windows has room for none in its taskbar.
 */
const widths: Readonly<Record<IconPlace, number>> = { linux: 28, windows: 30, macos: 25.75 };

/** Up to this size, in pixels, a fine stroke and a margin of half a pixel blur: the mark fills the canvas. */
const small = 24;

/** The app’s mark as SVG, the same as the page’s icon, for icons of `size` pixels. */
export const appIcon = (place: IconPlace, size: number): string => {
  const isSmall = size <= small && place !== 'macos';
  const width = isSmall ? 32 : widths[place];
  const start = (32 - width) / 2;
  // The sign is drawn for a mark 28 wide.
  const scale = width / 28;
  const sign = `<path transform="translate(16 16) scale(${round(scale)}) translate(-16 -16)" d="M10 16.5l4.2 4.2 8-9" fill="none" stroke="#fff" stroke-width="${isSmall ? 3.6 : 3}" stroke-linecap="round" stroke-linejoin="round"/>`;
  const shadow =
    place === 'macos'
      ? '<filter id="s" x="-10%" y="-10%" width="120%" height="125%"><feDropShadow dx="0" dy=".3" stdDeviation=".32" flood-opacity=".3"/></filter>'
      : '';
  const ground = `<rect x="${round(start)}" y="${round(start)}" width="${width}" height="${width}" rx="${round(width * 0.268)}" fill="url(#g)"${shadow === '' ? '' : ' filter="url(#s)"'}/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#3a66e4"/><stop offset="1" stop-color="#2847b0"/></linearGradient>${shadow}</defs>${ground}${sign}</svg>`;
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
