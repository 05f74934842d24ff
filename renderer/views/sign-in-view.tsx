import { KeyRound } from 'lucide';
import { Icon } from '../components/icon.tsx';

/** What a browser sees that the headless host does not know: how to get in. */
export const SignInView = () => (
  <main class="column sign-in">
    <div class="empty">
      <span class="empty-icon">
        <Icon icon={KeyRound} size={24} />
      </span>
      <h1 class="title">Open a fresh link</h1>
      <p class="soft">
        This browser is not signed in to Redbooth Notifier, or its link was already used. On the machine where the app
        runs, get a new link and open it here:
      </p>
      <p>
        <code class="command">redbooth-notifier --ui-link</code>
      </p>
      <button type="button" class="button" onClick={() => window.location.reload()}>
        Try again
      </button>
    </div>
  </main>
);
