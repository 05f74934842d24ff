import type { Overview } from '../../contract/index.ts';

/** What an entry of the menu asks for. */
export type TrayAction =
  | { readonly kind: 'open' }
  | { readonly kind: 'copy-hook-url'; readonly id: string }
  | { readonly kind: 'pause'; readonly minutes: number | null }
  | { readonly kind: 'resume' }
  | { readonly kind: 'quit' };

/** An entry of the menu; without action and entries of its own it only says something. */
export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'entry'; readonly label: string; readonly action: TrayAction | null }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] };

const entry = (label: string, action: TrayAction | null): TrayEntry => ({ kind: 'entry', label, action });
const separator: TrayEntry = { kind: 'separator' };

const pauseEntries: readonly TrayEntry[] = [
  entry('30 minutes', { kind: 'pause', minutes: 30 }),
  entry('1 hour', { kind: 'pause', minutes: 60 }),
  entry('Until I resume', { kind: 'pause', minutes: null }),
];

const copyEntry = (hookUrls: Overview['hookUrls']): TrayEntry => {
  const label = 'Copy hook URL';
  const ready = hookUrls.filter(({ url }) => url !== null);
  const [first, ...others] = ready;
  if (first === undefined) return entry(label, null);
  const copy = (id: string): TrayAction => ({ kind: 'copy-hook-url', id });
  if (others.length === 0) return entry(label, copy(first.id));
  return { kind: 'submenu', label, entries: ready.map(({ id, name }) => entry(menuText(name), copy(id))) };
};

/** A label that shows what people typed: a single & would mark the next letter as a key. */
const menuText = (text: string): string => text.replaceAll('&', '&&');

/**
 * The menu of the tray. It has all that a click on the icon does and more, since some panels give an app no clicks; its first
 * line says in words what the icon tells.
 */
export const trayMenu = (overview: Overview, summary: string): readonly TrayEntry[] => [
  entry(menuText(summary), null),
  separator,
  entry('Open', { kind: 'open' }),
  copyEntry(overview.hookUrls),
  overview.pause.state === 'paused'
    ? entry('Resume', { kind: 'resume' })
    : { kind: 'submenu', label: 'Pause', entries: pauseEntries },
  separator,
  entry('Quit', { kind: 'quit' }),
];
