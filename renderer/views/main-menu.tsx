import { CircleUserRound, Inbox, Keyboard, Menu, Route, Settings, Sparkles } from 'lucide';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import type { ShowView } from './view-name.ts';

const items = [
  { view: 'settings', icon: Settings, words: 'Settings' },
  { view: 'tunnel', icon: Route, words: 'How changes reach you' },
  { view: 'requests', icon: Inbox, words: 'Requests received' },
  { view: 'account', icon: CircleUserRound, words: 'Redbooth account' },
  { view: 'keys', icon: Keyboard, words: 'Keyboard shortcuts' },
  { view: 'welcome', icon: Sparkles, words: 'Setup, step by step' },
] as const;

/** The way to the views that are not needed every day. */
export const MainMenu = ({ show }: { show: ShowView }) => (
  <Disclosure label="More views" looks="icon-button" align="end" button={<Icon icon={Menu} />}>
    {(close) => (
      <div class="menu">
        {items.map(({ view, icon, words }) => (
          <button
            key={view}
            type="button"
            class="menu-item"
            onClick={() => {
              // First, so that the focus comes back to the menu's button when the view closes.
              close();
              show(view);
            }}
          >
            <Icon icon={icon} size={14} />
            {words}
          </button>
        ))}
      </div>
    )}
  </Disclosure>
);
