import { CircleX, Info, TriangleAlert, Webhook, X } from 'lucide';
import type { IconNode } from 'lucide';
import type { Notice } from '../../electron/contract/index.ts';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { usePage } from '../components/page-context.ts';

const icons: Readonly<Record<Notice['tone'], IconNode>> = { info: Info, warn: TriangleAlert, bad: CircleX };

/** Notices about hook URLs are settled in the view that shows these. */
const isAboutHookUrls = ({ id }: Notice): boolean => id.includes('hook-url') || id.includes('name-lost');

/** What needs a person: stays until its cause is gone. And the last thing that went wrong, until dismissed. */
export const Notices = ({ connect }: { connect: () => void }) => {
  const { store } = usePage();
  const notices = store.overview.value?.notices ?? [];
  const trouble = store.trouble.value;
  const isLost = store.connection.value === 'lost';
  if (notices.length === 0 && trouble === null && !isLost) return null;
  return (
    <section class="notices" aria-label="Needs attention">
      {isLost && (
        <div class="notice notice-bad" role="alert">
          <Icon icon={icons.bad} />
          <div class="notice-words">
            <p class="notice-title">Connection to the app lost</p>
            <p>
              What you see may be out of date. If the app has stopped, start it again; this page reconnects by itself.
            </p>
          </div>
        </div>
      )}
      {trouble !== null && (
        <div class="notice notice-bad" role="alert">
          <Icon icon={icons.bad} />
          <div class="notice-words">
            <p>{trouble.message}</p>
            <small class="small-print">{trouble.code}</small>
          </div>
          <IconButton icon={X} label="Dismiss" click={store.dismissTrouble} />
        </div>
      )}
      {notices.map((notice) => (
        <div key={notice.id} class={`notice notice-${notice.tone}`}>
          <Icon icon={icons[notice.tone]} />
          <div class="notice-words">
            <p class="notice-title">{notice.title}</p>
            <p>{notice.body}</p>
            {isAboutHookUrls(notice) && (
              <button type="button" class="notice-action" onClick={connect}>
                <Icon icon={Webhook} size={14} />
                Show the hook URLs
              </button>
            )}
          </div>
        </div>
      ))}
    </section>
  );
};
