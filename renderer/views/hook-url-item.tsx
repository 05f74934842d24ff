import { Check, Copy, Pencil, Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HookUrl } from '../../electron/contract/index.ts';
import { copyText } from '../browser/copy-text.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { usePage } from '../components/page-context.ts';
import { timeAgo } from '../state/time-words.ts';
import { NameForm } from './name-form.tsx';

type Copying = { state: 'ready' } | { state: 'copied' } | { state: 'by-hand'; text: string };

const CopyableUrl = ({ hookUrl: { id, name, url } }: { hookUrl: HookUrl }) => {
  const { store } = usePage();
  const [copying, setCopying] = useState<Copying>({ state: 'ready' });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (copying.state === 'by-hand') {
      field.current?.focus();
      field.current?.select();
    }
    if (copying.state !== 'copied') return undefined;
    const timer = setTimeout(() => setCopying({ state: 'ready' }), 2_000);
    return () => clearTimeout(timer);
  }, [copying]);
  const copy = async (): Promise<void> => {
    const answer = await store.copyHookUrl(id);
    if (answer.kind === 'nothing') return;
    const isCopied = answer.kind === 'copied' || (await copyText(answer.text));
    if (isCopied) setCopying({ state: 'copied' });
    else if (answer.kind === 'text') setCopying({ state: 'by-hand', text: answer.text });
  };
  return (
    <>
      <div class="copyable">
        <input
          class="field field-mono"
          type="text"
          readOnly
          ref={field}
          aria-label={`Hook URL “${name}”`}
          value={copying.state === 'by-hand' ? copying.text : (url ?? '')}
          placeholder="No public address yet"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="button copy"
          disabled={url === null}
          aria-label={`Copy the hook URL “${name}”`}
          onClick={() => void copy()}
        >
          <Icon icon={copying.state === 'copied' ? Check : Copy} size={14} />
          {copying.state === 'copied' ? 'Copied' : 'Copy'}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {copying.state === 'copied' ? 'Copied' : ''}
      </p>
      {copying.state === 'by-hand' && (
        <p class="soft">The browser does not let this page copy. The URL is selected: copy it with the keyboard.</p>
      )}
    </>
  );
};

const RevokeDialog = ({ hookUrl, close }: { hookUrl: HookUrl; close: () => void }) => {
  const { store } = usePage();
  return (
    <Dialog title={`Revoke “${hookUrl.name}”?`} size="small" close={close}>
      <p>
        Hooks sent to this URL will be refused from now on, and the URL cannot be brought back. Ask an administrator to
        delete its web hook in Redbooth as well.
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          Keep it
        </button>
        <button
          type="button"
          class="button button-bad"
          onClick={() => {
            close();
            void store.run('revoke-hook-url', { id: hookUrl.id });
          }}
        >
          Revoke
        </button>
      </div>
    </Dialog>
  );
};

/** One hook URL: to copy, rename and revoke. */
export const HookUrlItem = ({ hookUrl }: { hookUrl: HookUrl }) => {
  const { store, now } = usePage();
  const [doing, setDoing] = useState<'rename' | 'revoke' | null>(null);
  const { id, name, url, lastArrivalAt } = hookUrl;
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
      <CopyableUrl hookUrl={hookUrl} />
      {url === null && <p class="soft">The URL appears here as soon as the app has a public address.</p>}
      {doing === 'revoke' && <RevokeDialog hookUrl={hookUrl} close={done} />}
    </li>
  );
};
