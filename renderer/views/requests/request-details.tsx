import { RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import type { ReceivedRequestView } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

const RequestBody = ({ body, isBodyCut }: Pick<ReceivedRequestView, 'body' | 'isBodyCut'>) => {
  const words = useMessages().requests;
  if (body === null) return <p class="soft">{words.noBody}</p>;
  if (body === '') return <p class="soft">{words.emptyBody}</p>;
  return (
    <>
      <pre class="request-body" tabIndex={0} role="group" aria-label={words.body}>
        {body}
      </pre>
      {isBodyCut && <p class="soft">{words.bodyCut}</p>}
    </>
  );
};

type Properties = { request: ReceivedRequestView; reload: () => Promise<void> };

/** The body as plain text, and the ways to try the request again. */
export const RequestDetails = ({ request, reload }: Properties) => {
  const { store } = usePage();
  const words = useMessages().requests;
  const [isReplayed, setReplayed] = useState(false);
  const { id, body, isBodyCut, canReplay } = request;
  const replay = async (): Promise<void> => {
    setReplayed(false);
    if (!(await store.run('replay-request', { id }))) return;
    setReplayed(true);
    await reload();
  };
  return (
    <>
      <RequestBody body={body} isBodyCut={isBodyCut} />
      <div class="button-row">
        {canReplay && <ActionButton icon={RotateCcw} words={words.replay} busyWords={words.replaying} act={replay} />}
        <CopyButton what={words.asCurl} looks="button" copy={() => store.copy('copy-request-as-curl', { id })}>
          {words.copyAsCurl}
        </CopyButton>
      </div>
      <p class="soft" role="status">
        {isReplayed && words.replayed}
      </p>
    </>
  );
};
