import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { Trouble } from '../components/trouble.tsx';
import { NoticeItem, noticeIcons } from './notice-item.tsx';
import type { ShowView } from './view-name.ts';

/** On the page of an app that does not answer any more. */
export const ConnectionLost = () => (
  <div class="notice notice-bad" role="alert">
    <Icon icon={noticeIcons.bad} />
    <div class="notice-words">
      <p class="notice-title">Connection to the app lost</p>
      <p>What you see may be out of date. If the app has stopped, start it again; this page reconnects by itself.</p>
    </div>
  </div>
);

/** What needs a person: stays until its cause is gone. And the last thing that went wrong, until dismissed. */
export const Notices = ({ show }: { show: ShowView }) => {
  const { store } = usePage();
  const notices = store.overview.value?.notices ?? [];
  const isLost = store.connection.value === 'lost';
  if (notices.length === 0 && store.trouble.value === null && !isLost) return null;
  return (
    <section class="notices" aria-label="Needs attention">
      {isLost && <ConnectionLost />}
      <Trouble />
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} show={show} />
      ))}
    </section>
  );
};
