import { CircleCheck, Play } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, StartedDemo } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useWelcomeMessages } from './use-welcome-messages.ts';

const DemoCommand = ({ command }: { command: string }) => {
  const words = useWelcomeMessages().demo;
  return (
    <div class="welcome-part">
      <p>{words.command}</p>
      <CopyableText
        what={words.what}
        copyWhat={words.copy}
        text={command}
        copy={async () => ({ kind: 'text', text: command })}
      />
    </div>
  );
};

/** The app with a pretend Redbooth, for whoever has no account or wants to see it first. */
export const DemoOffer = () => {
  const { store } = usePage();
  const words = useWelcomeMessages().demo;
  const [demo, setDemo] = useState<StartedDemo | Failure | null>(null);
  if (store.overview.value?.demo === true) return null;
  const start = async (): Promise<void> => {
    const answer = await store.ask('start-demo', null);
    setDemo(answer.ok ? answer.value : answer.failure);
  };
  return (
    <div class="welcome-demo">
      {demo === null || 'message' in demo ? (
        <ActionButton icon={Play} words={words.see} busyWords={words.starting} act={start} />
      ) : demo.kind === 'command' ? (
        <DemoCommand command={demo.command} />
      ) : (
        <p class="light light-good">
          <Icon icon={CircleCheck} />
          {words.opens}
        </p>
      )}
      {demo !== null && 'message' in demo && (
        <p class="field-failure" role="alert">
          {demo.message}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {demo !== null && 'kind' in demo && demo.kind === 'started' ? words.started : ''}
      </p>
    </div>
  );
};
