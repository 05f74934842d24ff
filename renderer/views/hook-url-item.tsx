import { Pencil, RefreshCw, Trash2, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { HookUrl } from '../../electron/contract/index.ts';
import { CopyableText } from '../components/copyable-text.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { usePage } from '../components/page-context.ts';
import { timeAgo, untilWords } from '../state/time-words.ts';
import { NameForm } from './name-form.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';

/** One hook URL: to copy, rename, replace and revoke. */
export const HookUrlItem = ({ hookUrl }: { hookUrl: HookUrl }) => {
  const { store, now } = usePage();
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
          {lastArrivalAt === null ? 'No hook yet' : `Last hook ${timeAgo(lastArrivalAt, now.value)}`}
        </span>
        <IconButton icon={Pencil} label={`Rename “${name}”`} click={() => setDoing('rename')} />
        <IconButton icon={RefreshCw} label={`Make a new URL for “${name}”`} click={() => setDoing('rotate')} />
        <IconButton icon={Trash2} label={`Revoke “${name}”`} click={() => setDoing('revoke')} />
      </div>
      {doing === 'rename' && (
        <NameForm
          label="Name of this hook URL"
          initial={name}
          action="Rename"
          cancel={done}
          submit={(fresh) => void rename(fresh)}
        />
      )}
      <CopyableText
        what={`Hook URL “${name}”`}
        copyWhat={`Copy the hook URL “${name}”`}
        text={url}
        placeholder="No public address yet"
        copy={() => store.copy('copy-hook-url', { id })}
      />
      {url === null && <p class="soft">The URL appears here as soon as the app has a public address.</p>}
      {previousUntil !== null && previousUntil > now.value && (
        <p class="hook-url-grace">
          <Icon icon={TriangleAlert} size={14} />
          <span>
            The old address works until {untilWords(previousUntil, now.value)}. By then an administrator has to paste
            the new one into Redbooth.
          </span>
        </p>
      )}
      {doing === 'rotate' && <RotateDialog hookUrl={hookUrl} close={done} />}
      {doing === 'revoke' && <RevokeDialog hookUrl={hookUrl} close={done} />}
    </li>
  );
};
