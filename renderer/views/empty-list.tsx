import { CheckCheck, CircleAlert, Inbox, KeyRound, LoaderCircle, Radio, Webhook } from 'lucide';
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { needsSignIn } from '../state/sign-in.ts';
import { timeAgo } from '../state/time-words.ts';
import type { ShowView } from './view-name.ts';

type Properties = { icon: IconNode; title: string; children?: ComponentChildren };

const Empty = ({ icon, title, children }: Properties) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon icon={icon} size={24} />
    </span>
    <p class="title">{title}</p>
    {children}
  </div>
);

/** What the list says when it has no rows: always the next step. */
export const EmptyList = ({ show }: { show: ShowView }) => {
  const { store, now } = usePage();
  const { changes } = store;
  const overview = store.overview.value;
  if (changes.state.value === 'failed')
    return (
      <Empty icon={CircleAlert} title="The list could not be read">
        <p class="soft">Your changes are kept by the app. Try to read them again.</p>
        <button type="button" class="button" onClick={() => void changes.reload()}>
          Try again
        </button>
      </Empty>
    );
  if (changes.state.value === 'loading' || !overview)
    return <Empty icon={LoaderCircle} title="Reading your changes…" />;
  if (changes.filter.value === 'unread')
    return (
      <Empty icon={CheckCheck} title="You have read everything">
        <p class="soft">New changes appear here as they happen.</p>
        <button type="button" class="button" onClick={() => void changes.show('all')}>
          Show all changes
        </button>
      </Empty>
    );
  if (needsSignIn(overview.account))
    return (
      <Empty icon={KeyRound} title="Sign in to Redbooth">
        <p class="soft">Hooks are kept meanwhile, but only with your Redbooth account can the app read what changed.</p>
        <button type="button" class="button button-main" onClick={() => show('account')}>
          Sign in
        </button>
      </Empty>
    );
  if (overview.demo)
    return (
      <Empty icon={Inbox} title="The demo is running">
        <p class="soft">Changes appear here as the pretend team works.</p>
      </Empty>
    );
  const arrivals = overview.hookUrls.flatMap(({ lastArrivalAt }) => (lastArrivalAt === null ? [] : [lastArrivalAt]));
  if (arrivals.length > 0)
    return (
      <Empty icon={Radio} title="Redbooth is connected">
        <p class="soft">
          The last hook came {timeAgo(Math.max(...arrivals), now.value)}. Changes that concern your projects appear
          here.
        </p>
      </Empty>
    );
  return (
    <Empty icon={Webhook} title="Connect Redbooth">
      <p class="soft">
        Redbooth has not sent anything yet. An administrator of your organisation pastes your hook URL into Redbooth
        once; from then on changes appear here as they happen.
      </p>
      <button type="button" class="button button-main" onClick={() => show('connect')}>
        Connect Redbooth
      </button>
    </Empty>
  );
};
