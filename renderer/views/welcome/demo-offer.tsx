import { CircleCheck, Play } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, StartedDemo } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';

const DemoCommand = ({ command }: { command: string }) => (
  <div class="welcome-part">
    <p>Run this in a terminal on the machine where the app runs, and open the link that it prints:</p>
    <CopyableText
      what="Command that starts the demo"
      copyWhat="Copy the command"
      text={command}
      copy={async () => ({ kind: 'text', text: command })}
    />
  </div>
);

/** The app with a pretend Redbooth, for whoever has no account or wants to see it first. */
export const DemoOffer = () => {
  const { store } = usePage();
  const [demo, setDemo] = useState<StartedDemo | Failure | null>(null);
  if (store.overview.value?.demo === true) return null;
  const start = async (): Promise<void> => {
    const answer = await store.ask('start-demo', null);
    setDemo(answer.ok ? answer.value : answer.failure);
  };
  return (
    <div class="welcome-demo">
      {demo === null || 'message' in demo ? (
        <ActionButton icon={Play} words="See it with a pretend Redbooth" busyWords="Starting the demo…" act={start} />
      ) : demo.kind === 'command' ? (
        <DemoCommand command={demo.command} />
      ) : (
        <p class="light light-good">
          <Icon icon={CircleCheck} />
          The demo opens in a window of its own, marked “Demo”. Quit it there; nothing of it is kept.
        </p>
      )}
      {demo !== null && 'message' in demo && (
        <p class="field-failure" role="alert">
          {demo.message}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {demo !== null && 'kind' in demo && demo.kind === 'started' ? 'The demo opens in a window of its own' : ''}
      </p>
    </div>
  );
};
