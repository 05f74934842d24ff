import { ExternalLink } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/**
 * `isListed`: the organisations stand above, each with its own button to its page. `where` the line is that tells of the first
 * hook: at the top of the view, or just above.
 */
type Properties = { hooksPage: string; isListed: boolean; where: 'top' | 'above' };

/** How a hook URL gets into Redbooth. */
export const AdministratorSteps = ({ hooksPage, isListed, where }: Properties) => {
  const { store } = usePage();
  const words = useMessages().connect;
  return (
    <section class="connect-part">
      <h3 class="label">{words.administrator}</h3>
      <ol class="steps">
        {isListed ? (
          <li>{words.openByButton}</li>
        ) : (
          <li>
            {words.openHooksPageStep}
            <button type="button" class="button" onClick={() => void store.open('open-hooks-page', null)}>
              <Icon icon={ExternalLink} size={14} />
              {words.openHooksPage}
            </button>
            <span class="small-print">{hooksPage}</span>
          </li>
        )}
        <li>{words.paste}</li>
        <li>{where === 'top' ? words.tryTop : words.tryAbove}</li>
      </ol>
    </section>
  );
};
