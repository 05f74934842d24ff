import { KeyRound } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../components/speech-context.ts';

/** What a browser sees that the headless host does not know: how to get in. */
export const SignInView = () => {
  const { account, common } = useMessages();
  return (
    <main class="column sign-in">
      <div class="empty">
        <span class="empty-icon">
          <Icon icon={KeyRound} size={24} />
        </span>
        <h1 class="title">{account.freshLink}</h1>
        <p class="soft">{account.freshLinkMeaning}</p>
        <p>
          <code class="command">redbooth-notifier --ui-link</code>
        </p>
        <button type="button" class="button" onClick={() => window.location.reload()}>
          {common.tryAgain}
        </button>
      </div>
    </main>
  );
};
