import { CopyButton } from '../../components/copy-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useAnswer } from '../../components/use-answer.ts';

/** For whoever may not add web hooks: a message to somebody who may, ready to be sent. */
export const AdministratorMessage = ({ url }: { url: string | null }) => {
  const { store } = usePage();
  const { answer } = useAnswer(() => store.ask('organizations', null), url ?? '');
  const organizations = answer.state === 'ready' ? answer.value : [];
  if (organizations.length === 0) return null;
  return (
    <section class="connect-part">
      <h3 class="label">If you are not an administrator</h3>
      <p>Send one this message: it holds the hook URL and the steps. You can go on meanwhile; the app keeps waiting.</p>
      <ul class="organizations">
        {organizations.map(({ id, name, message }) => (
          <li key={id} class="organization">
            {organizations.length > 1 && <p class="organization-name">{name}</p>}
            <div class="button-row">
              <CopyButton
                what={`Message to an administrator of “${name}”`}
                looks="button"
                disabled={message === null}
                copy={() => store.copy('copy-organization-message', { id })}
              >
                Copy the message
                <span class="visually-hidden">: {name}</span>
              </CopyButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
