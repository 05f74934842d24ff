import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { openLink } from './browser/open-link.ts';
import { createPageNotifications } from './browser/page-notifications.ts';
import { rememberLanguage, rememberedLanguage } from './browser/remembered-language.ts';
import { rememberListView, rememberedListView } from './browser/remembered-list-view.ts';
import { showRememberedTheme, showTheme } from './browser/theme.ts';
import { chooseBridge } from './client/choose-bridge.ts';
import { PageContextProvider } from './components/page-context.ts';
import { SpeechProvider } from './components/speech-context.ts';
import { loadMessages } from './messages/load-messages.ts';
import { createSpeech } from './messages/speech.ts';
import { createStore } from './state/store.ts';
import { createTickingNow } from './state/ticking-now.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/overlays.css';
import './styles/header.css';
import './styles/notices.css';
import './styles/list.css';
import './styles/search.css';
import './styles/details.css';
import './styles/detail.css';
import './styles/palette.css';
import './styles/connect.css';
import './styles/tunnel.css';
import './styles/requests.css';
import './styles/account.css';
import './styles/settings.css';
import './styles/welcome.css';
import './styles/rules.css';
import './styles/row-menu.css';
import { Page } from './views/frame/page.tsx';
import { SignInView } from './views/account/sign-in-view.tsx';

const start = async (root: HTMLElement): Promise<void> => {
  const isSignedOut = signal(false);
  const { speech, speak } = createSpeech({ load: loadMessages, systemLocale: navigator.language });
  await speak(rememberedLanguage());
  const signedOut = (): void => {
    isSignedOut.value = true;
  };
  const bridge = await chooseBridge(signedOut, () => speech.value.messages.connection);
  const notifications = createPageNotifications((id) => void store.openNotification(id));
  const store = createStore({
    bridge,
    openLink,
    notifications,
    speech: () => speech.value,
    schedule: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    isAtTop: () => window.scrollY < 8,
    listView: { remembered: rememberedListView(), remember: rememberListView },
  });
  const { now } = createTickingNow(document);

  effect(() => {
    const unread = isSignedOut.value ? 0 : (store.overview.value?.unread ?? 0);
    document.title = unread > 0 ? `(${unread}) Redbooth Notifier` : 'Redbooth Notifier';
  });
  effect(() => {
    const theme = store.preferences.current.value?.theme;
    if (theme !== undefined) showTheme(theme);
  });
  effect(() => {
    const language = store.overview.value?.language;
    if (language !== undefined) void speak(language);
  });
  effect(() => rememberLanguage(speech.value.language));
  const Root = () => (
    <SpeechProvider value={speech}>
      {isSignedOut.value ? (
        <SignInView />
      ) : (
        <PageContextProvider value={{ store, now, notifications }}>
          <Page />
        </PageContextProvider>
      )}
    </SpeechProvider>
  );
  render(<Root />, root);
};

showRememberedTheme();
const root = document.getElementById('page');
if (root) void start(root);
