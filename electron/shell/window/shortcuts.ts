/** A key press as Electron tells it before the page sees it. */
export type KeyPress = {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
};

/** What the window itself does by key: the app has no menu bar that would. */
export type Shortcut = 'close' | 'quit' | 'zoom-in' | 'zoom-out' | 'zoom-reset';

const byKey: ReadonlyMap<string, Shortcut> = new Map([
  ['w', 'close'],
  ['q', 'quit'],
  ['+', 'zoom-in'],
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['0', 'zoom-reset'],
]);

/** The shortcut that a key press stands for; none on macOS, where the menu at the top of the screen has them. */
export const shortcutOf = (press: KeyPress, platform: NodeJS.Platform): Shortcut | null => {
  if (platform === 'darwin' || press.type !== 'keyDown') return null;
  // AltGr comes as Ctrl and Alt, and types characters; Shift is how some keyboards reach the plus.
  if (!press.control || press.alt || press.meta || (press.shift && press.key !== '+')) return null;
  return byKey.get(press.key.toLowerCase()) ?? null;
};
