import { Pencil, RefreshCw, Trash2, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { HookUrl } from '../../../electron/contract/index.ts';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { timeAgo, untilWords } from '../../state/time-words.ts';
import { NameForm } from './name-form.tsx';
import { RevokeDialog } from '../account/revoke-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { useSpeech } from '../../components/speech-context.ts';

/** One hook URL: to copy, rename, replace and revoke. */
export const HookUrlItem = ({ hookUrl }: { hookUrl: HookUrl }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const words = speech.messages.connect;
  const [doing, setDoing] = useState<'rename' | 'rotate' | 'revoke' | null>(null);
  const { id, name, url, lastArrivalAt, previousUntil } = hookUrl;
  const done = (): void => setDoing(null);
  const rename = async (fresh: string): Promise<void> => {
    if (await store.run('rename-hook-url', { id, name: fresh })) done();
  };
  return (
    <li class="hook-url">
      <div class="hook-url-head">
        <span class="hook-url-name">{name}</span>
        <span class="hook-url-arrival soft">
          {lastArrivalAt === null ? words.noHookYet : words.lastHookAgo(timeAgo(lastArrivalAt, now.value, speech))}
        </span>
        <IconButton icon={Pencil} label={words.renameOf(name)} click={() => setDoing('rename')} />
        <IconButton icon={RefreshCw} label={words.rotateOf(name)} click={() => setDoing('rotate')} />
        <IconButton icon={Trash2} label={words.revokeOf(name)} click={() => setDoing('revoke')} />
      </div>
      {doing === 'rename' && (
        <NameForm
          label={words.renameLabel}
          initial={name}
          action={words.rename}
          cancel={done}
          submit={(fresh) => void rename(fresh)}
        />
      )}
      <CopyableText
        what={words.hookUrl(name)}
        copyWhat={words.copyHookUrlOf(name)}
        text={url}
        placeholder={words.noAddress}
        copy={() => store.copy('copy-hook-url', { id })}
      />
      {url === null && <p class="soft">{words.noAddressMeaning}</p>}
      {previousUntil !== null && previousUntil > now.value && (
        <p class="hook-url-grace">
          <Icon icon={TriangleAlert} size={14} />
          <span>{words.oldAddress(untilWords(previousUntil, now.value, speech))}</span>
        </p>
      )}
      {doing === 'rotate' && <RotateDialog hookUrl={hookUrl} close={done} />}
      {doing === 'revoke' && <RevokeDialog hookUrl={hookUrl} close={done} />}
    </li>
  );
};
