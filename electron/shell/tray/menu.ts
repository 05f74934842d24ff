import type { ChangeRow, Overview } from '../../contract/index.ts';
import { cutAtWord } from '../../core/notify/plain-text.ts';
import { hostMessages } from '../../messages/host-messages.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import { needsPerson } from './state.ts';

/** What an entry of the menu asks for. */
export type TrayAction =
  | { readonly kind: 'open' }
  | { readonly kind: 'show-view'; readonly view: 'settings' | 'account' }
  | { readonly kind: 'open-change'; readonly id: string }
  | { readonly kind: 'copy-hook-url'; readonly id: string }
  | { readonly kind: 'pause'; readonly minutes: number | null }
  | { readonly kind: 'pause-until-morning' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'test-notification' }
  | { readonly kind: 'quit' };

/** An entry of the menu; without action and entries of its own it only says something. */
export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'entry'; readonly label: string; readonly action: TrayAction | null }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] };

/** How many of the latest changes the menu has. */
export const mostLatest = 5;
const longestLabel = 64;

const entry = (label: string, action: TrayAction | null): TrayEntry => ({ kind: 'entry', label, action });
const separator: TrayEntry = { kind: 'separator' };

/** A label that shows what people typed: a single & would mark the next letter as a key. */
const menuText = (text: string): string => cutAtWord(text, longestLabel).replaceAll('&', '&&');

const pauseEntries = (words: HostMessages['tray']): readonly TrayEntry[] => [
  entry(words.pauseHalfHour, { kind: 'pause', minutes: 30 }),
  entry(words.pauseHour, { kind: 'pause', minutes: 60 }),
  entry(words.pauseUntilMorning, { kind: 'pause-until-morning' }),
  entry(words.pauseUntilResumed, { kind: 'pause', minutes: null }),
];

const copyEntry = (hookUrls: Overview['hookUrls'], label: string): TrayEntry => {
  const ready = hookUrls.filter(({ url }) => url !== null);
  const [first, ...others] = ready;
  if (first === undefined) return entry(label, null);
  const copy = (id: string): TrayAction => ({ kind: 'copy-hook-url', id });
  if (others.length === 0) return entry(label, copy(first.id));
  return { kind: 'submenu', label, entries: ready.map(({ id, name }) => entry(menuText(name), copy(id))) };
};

const personEntries = (notices: Overview['notices']): readonly TrayEntry[] =>
  notices
    .filter(needsPerson)
    .map(({ id, title }) =>
      entry(`${menuText(title)}…`, id === 'signed-out' ? { kind: 'show-view', view: 'account' } : { kind: 'open' }),
    );

const latestEntries = (latest: readonly ChangeRow[]): readonly TrayEntry[] =>
  latest.length === 0
    ? []
    : [
        ...latest
          .slice(0, mostLatest)
          .map(({ id, sentence, unread }) =>
            entry(menuText(unread ? `● ${sentence}` : sentence), { kind: 'open-change', id }),
          ),
        separator,
      ];

/**
 * The menu of the tray. It has all that a click on the icon does and more, since some panels give an app no clicks; its first
 * lines say in words what the icon tells. `news` is what waits for the user.
 */
export const trayMenu = (overview: Overview, latest: readonly ChangeRow[], news: string): readonly TrayEntry[] => {
  const { tray: words } = hostMessages(overview.language);
  return [
    entry(menuText(news), null),
    entry(menuText(overview.reachability.sentence), null),
    ...personEntries(overview.notices),
    separator,
    entry(words.open, { kind: 'open' }),
    separator,
    ...latestEntries(latest),
    overview.pause.state === 'paused'
      ? entry(words.resume, { kind: 'resume' })
      : { kind: 'submenu', label: words.pause, entries: pauseEntries(words) },
    copyEntry(overview.hookUrls, words.copyHookUrl),
    entry(words.test, { kind: 'test-notification' }),
    entry(words.settings, { kind: 'show-view', view: 'settings' }),
    separator,
    entry(words.quit, { kind: 'quit' }),
  ];
};
