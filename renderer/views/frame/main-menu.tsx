import { CircleUserRound, Inbox, Keyboard, Menu, Route, Settings, Sparkles, Stethoscope } from 'lucide';
import { Disclosure } from '../../components/disclosure.tsx';
import { Icon } from '../../components/icon.tsx';
import type { ShowView } from './view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

const items = [
  { view: 'settings', icon: Settings },
  { view: 'tunnel', icon: Route },
  { view: 'requests', icon: Inbox },
  { view: 'account', icon: CircleUserRound },
  { view: 'checks', icon: Stethoscope },
  { view: 'keys', icon: Keyboard },
  { view: 'welcome', icon: Sparkles },
] as const;

/** The way to the views that are not needed every day. */
export const MainMenu = ({ show }: { show: ShowView }) => {
  const { views } = useMessages();
  return (
    <Disclosure label={views.more} looks="icon-button" align="end" button={<Icon icon={Menu} />}>
      {(close) => (
        <div class="menu">
          {items.map(({ view, icon }) => (
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
              {views[view]}
            </button>
          ))}
        </div>
      )}
    </Disclosure>
  );
};
