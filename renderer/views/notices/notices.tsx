import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Trouble } from '../../components/trouble.tsx';
import { NoticeItem, noticeIcons } from './notice-item.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

/** On the page of an app that does not answer any more. */
export const ConnectionLost = () => {
  const words = useMessages().list;
  return (
    <div class="notice notice-bad" role="alert">
      <Icon icon={noticeIcons.bad} />
      <div class="notice-words">
        <p class="notice-title">{words.connectionLost}</p>
        <p>{words.connectionLostMeaning}</p>
      </div>
    </div>
  );
};

/** What needs a person: stays until its cause is gone. And the last thing that went wrong, until dismissed. */
export const Notices = ({ show }: { show: ShowView }) => {
  const { store } = usePage();
  const { attention } = useMessages().list;
  const notices = store.overview.value?.notices ?? [];
  const isLost = store.connection.value === 'lost';
  if (notices.length === 0 && store.trouble.value === null && !isLost) return null;
  return (
    <section class="notices" aria-label={attention}>
      {isLost && <ConnectionLost />}
      <Trouble />
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} show={show} />
      ))}
    </section>
  );
};
