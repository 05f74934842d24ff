import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

// Draws every icon of the desktop app into assets/icons. Run by hand after a change of the drawing:
//   CHROMIUM=/path/to/chromium node scripts/draw-icons.ts

const folder = fileURLToPath(new URL('../assets/icons', import.meta.url));

/** The app's mark, the same as the page's icon. */
const appIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#3a66e4"/><stop offset="1" stop-color="#2847b0"/></linearGradient></defs><rect x="2" y="2" width="28" height="28" rx="7.5" fill="url(#g)"/><path d="M10 16.5l4.2 4.2 8-9" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** What the mark says in the tray: a form for each state, since colour alone must not carry it. */
const signs = {
  idle: 'M4.9 8.3l2.2 2.2 4-4.6',
  unread: 'M4.6 8.9l2.2 2.2 3.6-4.1',
  paused: 'M6 5.2v5.6M10 5.2v5.6',
  offline: 'M8 4.4v4.2M8 11.6v.01',
} as const;
type TrayState = keyof typeof signs;

type Ink = { readonly body: string; readonly sign: string | null; readonly dot: string };

/** `sign: null` cuts the sign out, so that the panel shows through. */
const inks: Readonly<Record<'Template' | 'on-light' | 'on-dark' | 'tile', (state: TrayState) => Ink>> = {
  Template: () => ({ body: '#000', sign: null, dot: '#000' }),
  'on-light': () => ({ body: '#1b1d23', sign: null, dot: '#d92d20' }),
  'on-dark': () => ({ body: '#fff', sign: null, dot: '#ff6a5c' }),
  tile: (state) => ({ body: tileBodies[state], sign: '#fff', dot: '#ff5a4a' }),
};
const tileBodies: Readonly<Record<TrayState, string>> = {
  idle: '#3a66e4',
  unread: '#3a66e4',
  paused: '#70778a',
  offline: '#b3261e',
};

const trayIcon = (state: TrayState, { body, sign, dot }: Ink): string => {
  const line = (colour: string): string =>
    `<path d="${signs[state]}" fill="none" stroke="${colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>`;
  const isUnread = state === 'unread';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><mask id="m"><rect width="16" height="16" fill="#fff"/>${
    sign === null ? line('#000') : ''
  }${isUnread ? '<circle cx="12.3" cy="3.7" r="4.9" fill="#000"/>' : ''}</mask><g mask="url(#m)"><rect x="1" y="1" width="14" height="14" rx="4" fill="${body}"/>${
    sign === null ? '' : line(sign)
  }</g>${isUnread ? `<circle cx="12.3" cy="3.7" r="3.6" fill="${dot}"/>` : ''}</svg>`;
};

type Drawing = { readonly name: string; readonly svg: string; readonly size: number };

/** Windows shows the tray at these scales; a drawing for each keeps the icon sharp. */
const panelScales = [1, 1.25, 1.5, 2, 3];

const drawings: Drawing[] = [
  { name: 'app.png', svg: appIcon, size: 1024 },
  { name: 'app-128.png', svg: appIcon, size: 128 },
  { name: 'notification.png', svg: appIcon, size: 64 },
];
const states: readonly TrayState[] = ['idle', 'unread', 'paused', 'offline'];
for (const state of states) {
  const add = (kind: keyof typeof inks, base: number, scales: readonly number[]): void => {
    const name = kind === 'Template' ? `tray-${state}Template` : `tray-${state}-${kind}`;
    const svg = trayIcon(state, inks[kind](state));
    for (const scale of scales)
      drawings.push({ name: `${name}${scale === 1 ? '' : `@${scale}x`}.png`, svg, size: base * scale });
  };
  add('Template', 16, [1, 2]);
  add('on-light', 16, panelScales);
  add('on-dark', 16, panelScales);
  add('tile', 32, [1, 2]);
}

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'app.svg'), `${appIcon}\n`);
const executablePath = process.env['CHROMIUM'];
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { name, svg, size } of drawings) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
