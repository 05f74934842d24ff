import type { IconNode } from 'lucide';
import { CircleCheck, CircleMinus, CircleX, RefreshCw, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Check, CheckReport, Failure, Verdict } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';
import '../../styles/checks.css';

const icons: Readonly<Record<Verdict, IconNode>> = {
  ok: CircleCheck,
  attention: TriangleAlert,
  broken: CircleX,
  'not-applicable': CircleMinus,
};

const CheckItem = ({ check }: { check: Check }) => (
  <li class={`check check-${check.verdict}`}>
    <span class="check-icon">
      <Icon icon={icons[check.verdict]} />
    </span>
    <div class="check-words">
      <p>
        <strong>{check.title}</strong> <span class="soft">{check.state}</span>
      </p>
      <p>{check.sentence}</p>
      {check.advice !== null && <p class="soft">{check.advice}</p>}
      {check.subject !== null && <p class="small-print check-subject">{check.subject}</p>}
    </div>
  </li>
);

const Report = ({ report }: { report: CheckReport }) => (
  <>
    <p class="title" role="status">
      {report.sentence}
    </p>
    <ul class="checks">
      {report.checks.map((check) => (
        <CheckItem key={check.name} check={check} />
      ))}
    </ul>
  </>
);

/** What the app stands on: nothing is asked before the button is pressed. */
export const ChecksDialog = ({ close }: { close: () => void }) => {
  const { store } = usePage();
  const { checks: words, views } = useMessages();
  const [report, setReport] = useState<CheckReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const check = async (): Promise<void> => {
    const answer = await store.ask('run-checks', { language: null });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setReport(answer.value);
  };
  return (
    <Dialog title={views.checks} size="large" close={close}>
      <p class="soft">{words.meaning}</p>
      <div class="checks-actions">
        <ActionButton
          icon={RefreshCw}
          words={words.checkEverything}
          busyWords={words.checking}
          looks="button button-main"
          act={check}
        />
        {report !== null && (
          <CopyButton what={words.copied} looks="button" copy={() => store.copy('copy-checks', null)}>
            {words.copy}
          </CopyButton>
        )}
      </div>
      {failure !== null && <p role="alert">{failure.message}</p>}
      {report !== null && <Report report={report} />}
    </Dialog>
  );
};
