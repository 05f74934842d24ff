import { ExternalLink } from 'lucide';
import type { Organization } from '../../electron/contract/index.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { Unanswered } from '../components/unanswered.tsx';
import type { Answer } from '../components/use-answer.ts';

const OrganizationItem = ({ organization: { id, name, message } }: { organization: Organization }) => {
  const { store } = usePage();
  return (
    <li class="organization">
      <p class="organization-name">{name}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void store.open('open-organization-hooks-page', { id })}>
          <Icon icon={ExternalLink} size={14} />
          Open its web hooks page
          <span class="visually-hidden">: {name}</span>
        </button>
        <CopyButton
          what={`Message to an administrator of “${name}”`}
          looks="button"
          disabled={message === null}
          copy={() => store.copy('copy-organization-message', { id })}
        >
          Copy a message to an administrator
          <span class="visually-hidden">: {name}</span>
        </CopyButton>
      </div>
    </li>
  );
};

const OrganizationList = ({ organizations }: { organizations: readonly Organization[] }) => {
  if (organizations.length === 0)
    return <p class="soft">Redbooth names no organisation of yours. Ask a colleague which one your tasks belong to.</p>;
  return (
    <>
      <ul class="organizations">
        {organizations.map((organization) => (
          <OrganizationItem key={organization.id} organization={organization} />
        ))}
      </ul>
      {organizations.some(({ message }) => message === null) && (
        <p class="soft">The message is ready as soon as the app has a public address.</p>
      )}
    </>
  );
};

type Properties = { answer: Answer<readonly Organization[]>; reload: () => Promise<void> };

/** The organisations whose tasks the user sees, and what to do in each with or without the rights. */
export const Organizations = ({ answer, reload }: Properties) => (
  <section class="connect-part">
    <h3 class="label">Your organisations</h3>
    <p class="soft">
      Only an administrator of an organisation can add web hooks there; Redbooth shows everybody else “Insufficient
      authorization”. If you see that, or know that you are not one, copy the message and send it to an administrator:
      it holds the hook URL and the steps. Or ask in Redbooth, under Manage organizations, to become one.
    </p>
    {answer.state === 'ready' ? (
      <OrganizationList organizations={answer.value} />
    ) : (
      <Unanswered answer={answer} words="Asking Redbooth for your organisations…" reload={reload} />
    )}
  </section>
);
