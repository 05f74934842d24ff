import type { Drawing } from './drawing.ts';

/** What the mark says in the tray: a form for each state, since colour alone must not carry it. */
const signs = {
  idle: 'M4.9 8.3l2.2 2.2 4-4.6',
  unread: 'M4.3 9.2l2.1 2.1 3.4-3.9',
  paused: 'M6 5.4v5.2M10 5.4v5.2',
  offline: 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6',
  error: 'M8 4.3v4.5M8 11.6v.01',
} as const;
type TrayState = keyof typeof signs;
const states: readonly TrayState[] = ['idle', 'unread', 'paused', 'offline', 'error'];

/** Those that want to be seen are solid, the others an outline: the difference shows from the corner of the eye. */
const solid: ReadonlySet<TrayState> = new Set(['unread', 'error']);

type Ink = { readonly body: string; readonly dot: string };

/** Drawn in one colour on the bare panel; the sign of a solid mark is cut out, so that the panel shows through. */
const inks: Readonly<Record<'template' | 'onLight' | 'onDark', Ink>> = {
  template: { body: '#000', dot: '#000' },
  onLight: { body: '#1b1d23', dot: '#d92d20' },
  onDark: { body: '#fff', dot: '#ff6a5c' },
};
const tileColours: Readonly<Record<TrayState, string>> = {
  idle: '#586276',
  unread: '#2f5be6',
  paused: '#586276',
  offline: '#586276',
  error: '#c5281c',
};

const sign = (state: TrayState, colour: string, width: number): string =>
  `<path d="${signs[state]}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** The dot is as large as the mark can bear, with a gap around it: a faint one is not seen. */
const dot = (colour: string): string => `<circle cx="11.9" cy="4.1" r="4.1" fill="${colour}"/>`;
const dotGap = '<circle cx="11.9" cy="4.1" r="5.3" fill="#000"/>';

const icon = (state: TrayState, body: string, cutOut: string, dotColour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><mask id="m"><rect width="16" height="16" fill="#fff"/>${cutOut}${
    state === 'unread' ? dotGap : ''
  }</mask><g mask="url(#m)">${body}</g>${state === 'unread' ? dot(dotColour) : ''}</svg>`;

const plainIcon = (state: TrayState, { body, dot }: Ink): string =>
  solid.has(state)
    ? icon(state, `<rect x="1" y="1" width="14" height="14" rx="4" fill="${body}"/>`, sign(state, '#000', 2), dot)
    : icon(
        state,
        `<rect x="1.75" y="1.75" width="12.5" height="12.5" rx="3.25" fill="none" stroke="${body}" stroke-width="1.5"/>${sign(state, body, 1.7)}`,
        '',
        dot,
      );

/** For panels of unknown colour: white on a ground of its own. */
const tileIcon = (state: TrayState): string =>
  icon(
    state,
    `<rect x="1" y="1" width="14" height="14" rx="4" fill="${tileColours[state]}"/>${sign(state, '#fff', 1.9)}`,
    '',
    '#ff4d3d',
  );

const scaled = (name: string, svg: string, base: number, scales: readonly number[]): readonly Drawing[] =>
  scales.map((scale) => ({ name: `${name}${scale === 1 ? '' : `@${scale}x`}.png`, svg, size: base * scale }));

/** Windows shows the tray at these scales; a drawing for each keeps the icon sharp. */
const windowsScales = [1, 1.25, 1.5, 2, 3];
/** The tray of Linux takes one drawing, and the panel makes it fit: one for usual and one for fine screens. */
const linuxSizes = [32, 64];

const trayDrawings = (state: TrayState): readonly Drawing[] => [
  ...scaled(`tray-${state}Template`, plainIcon(state, inks.template), 16, [1, 2, 3]),
  ...scaled(`tray-${state}-on-light`, plainIcon(state, inks.onLight), 16, windowsScales),
  ...scaled(`tray-${state}-on-dark`, plainIcon(state, inks.onDark), 16, windowsScales),
  ...linuxSizes.flatMap((size) => [
    { name: `tray-${state}-tile-${size}.png`, svg: tileIcon(state), size },
    { name: `tray-${state}-light-${size}.png`, svg: plainIcon(state, inks.onDark), size },
    { name: `tray-${state}-dark-${size}.png`, svg: plainIcon(state, inks.onLight), size },
  ]),
];

/** Every drawing of the tray’s icon, for all systems. */
export const trayIcons: readonly Drawing[] = states.flatMap(trayDrawings);
