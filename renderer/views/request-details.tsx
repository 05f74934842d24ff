import { RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import type { ReceivedRequestView } from '../../electron/contract/index.ts';
import { ActionButton } from '../components/action-button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { usePage } from '../components/page-context.ts';

const RequestBody = ({ body, isBodyCut }: Pick<ReceivedRequestView, 'body' | 'isBodyCut'>) => {
  if (body === null) return <p class="soft">No body is kept of this request.</p>;
  if (body === '') return <p class="soft">The body was empty.</p>;
  return (
    <>
      <pre class="request-body" tabIndex={0} role="group" aria-label="Body of the request">
        {body}
      </pre>
      {isBodyCut && <p class="soft">Cut here: only the beginning of a long body is kept.</p>}
    </>
  );
};

type Properties = { request: ReceivedRequestView; reload: () => Promise<void> };

/** The body as plain text, and the ways to try the request again. */
export const RequestDetails = ({ request, reload }: Properties) => {
  const { store } = usePage();
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
        {canReplay && <ActionButton icon={RotateCcw} words="Replay" busyWords="Replaying…" act={replay} />}
        <CopyButton what="The request as curl" looks="button" copy={() => store.copy('copy-request-as-curl', { id })}>
          Copy as curl
        </CopyButton>
      </div>
      <p class="soft" role="status">
        {isReplayed && 'Replayed: the app reads the task again as if the hook had just come.'}
      </p>
    </>
  );
};
