import { CopyButton } from '../../components/copy-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useAnswer } from '../../components/use-answer.ts';
import { useWelcomeMessages } from './use-welcome-messages.ts';

/** For whoever may not add web hooks: a message to somebody who may, ready to be sent. */
export const AdministratorMessage = ({ url }: { url: string | null }) => {
  const { store } = usePage();
  const words = useWelcomeMessages().administrator;
  const { answer } = useAnswer(() => store.ask('organizations', null), url ?? '');
  const organizations = answer.state === 'ready' ? answer.value : [];
  if (organizations.length === 0) return null;
  return (
    <section class="connect-part">
      <h3 class="label">{words.title}</h3>
      <p>{words.meaning}</p>
      <ul class="organizations">
        {organizations.map(({ id, name, message }) => (
          <li key={id} class="organization">
            {organizations.length > 1 && <p class="organization-name">{name}</p>}
            <div class="button-row">
              <CopyButton
                what={words.what(name)}
                looks="button"
                disabled={message === null}
                copy={() => store.copy('copy-organization-message', { id })}
              >
                {words.copy}
                <span class="visually-hidden">: {name}</span>
              </CopyButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
