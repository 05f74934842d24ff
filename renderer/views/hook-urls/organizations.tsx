import { ExternalLink } from 'lucide';
import type { Organization } from '../../../electron/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import type { Answer } from '../../components/use-answer.ts';
import { useMessages } from '../../components/speech-context.ts';

const OrganizationItem = ({ organization: { id, name, message } }: { organization: Organization }) => {
  const { store } = usePage();
  const words = useMessages().connect;
  return (
    <li class="organization">
      <p class="organization-name">{name}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void store.open('open-organization-hooks-page', { id })}>
          <Icon icon={ExternalLink} size={14} />
          {words.openItsHooksPage}
          <span class="visually-hidden">: {name}</span>
        </button>
        <CopyButton
          what={words.messageTo(name)}
          looks="button"
          disabled={message === null}
          copy={() => store.copy('copy-organization-message', { id })}
        >
          {words.copyMessage}
          <span class="visually-hidden">: {name}</span>
        </CopyButton>
      </div>
    </li>
  );
};

const OrganizationList = ({ organizations }: { organizations: readonly Organization[] }) => {
  const words = useMessages().connect;
  if (organizations.length === 0) return <p class="soft">{words.noOrganizations}</p>;
  return (
    <>
      <ul class="organizations">
        {organizations.map((organization) => (
          <OrganizationItem key={organization.id} organization={organization} />
        ))}
      </ul>
      {organizations.some(({ message }) => message === null) && <p class="soft">{words.messageSoon}</p>}
    </>
  );
};

type Properties = { answer: Answer<readonly Organization[]>; reload: () => Promise<void> };

/** The organisations whose tasks the user sees, and what to do in each with or without the rights. */
export const Organizations = ({ answer, reload }: Properties) => {
  const words = useMessages().connect;
  return (
    <section class="connect-part">
      <h3 class="label">{words.organizations}</h3>
      <p class="soft">{words.organizationsMeaning}</p>
      {answer.state === 'ready' ? (
        <OrganizationList organizations={answer.value} />
      ) : (
        <Unanswered answer={answer} words={words.askingOrganizations} reload={reload} />
      )}
    </section>
  );
};
