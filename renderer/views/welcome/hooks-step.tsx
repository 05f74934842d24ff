import { CircleCheck, Route, TriangleAlert } from 'lucide';
import type { Overview } from '../../../electron/contract/index.ts';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { needsSignIn } from '../../state/sign-in.ts';
import { AdministratorSteps } from '../hook-urls/administrator-steps.tsx';
import { ArrivalLight } from '../hook-urls/arrival-light.tsx';
import { HookSourceChoice } from '../hook-urls/hook-source-choice.tsx';
import { ReachabilityLine } from '../reachability/reachability-line.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { AdministratorMessage } from './administrator-message.tsx';
import { useWelcomeMessages } from './use-welcome-messages.ts';

type Properties = { overview: Overview; show: ShowView };

const ByAsking = ({ overview: { account } }: Pick<Properties, 'overview'>) => {
  const words = useWelcomeMessages().hooks;
  return needsSignIn(account) ? (
    <p class="light tone-warn">
      <Icon icon={TriangleAlert} />
      {words.needsAccount}
    </p>
  ) : (
    <p class="light light-good">
      <Icon icon={CircleCheck} />
      {words.nothingToDo}
    </p>
  );
};

const ByHook = ({ overview, show }: Properties) => {
  const { store } = usePage();
  const words = useWelcomeMessages().hooks;
  const [hookUrl] = overview.hookUrls;
  if (!hookUrl) return null;
  const { id, name, url } = hookUrl;
  return (
    <>
      <ArrivalLight overview={overview} />
      {overview.reachability.state !== 'online' && (
        <>
          <ReachabilityLine />
          <div class="button-row">
            <button type="button" class="button" onClick={() => show('tunnel')}>
              <Icon icon={Route} size={14} />
              {words.anotherWay}
            </button>
          </div>
        </>
      )}
      <section class="connect-part">
        <h3 class="label">{words.yours}</h3>
        <CopyableText
          what={words.named(name)}
          copyWhat={words.copy}
          text={url}
          placeholder={words.noAddress}
          copy={() => store.copy('copy-hook-url', { id })}
        />
      </section>
      <AdministratorSteps hooksPage={overview.hooksPage} isListed={false} where="above" />
      <AdministratorMessage url={url} />
    </>
  );
};

/** How changes come to be known, with a light that turns green by itself. */
export const HooksStep = ({ overview, show }: Properties) => (
  <>
    <HookSourceChoice />
    {overview.hookSource === 'polling' && <ByAsking overview={overview} />}
    {overview.hookSource === 'tunnel' && <ByHook overview={overview} show={show} />}
  </>
);
