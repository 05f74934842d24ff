import { ExternalLink } from 'lucide';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';

/** `isListed`: the organisations stand above, each with its own button to its page. */
type Properties = { hooksPage: string; isListed: boolean; where: 'at the top of this view' | 'above' };

/** How a hook URL gets into Redbooth. */
export const AdministratorSteps = ({ hooksPage, isListed, where }: Properties) => {
  const { store } = usePage();
  return (
    <section class="connect-part">
      <h3 class="label">What an administrator does in Redbooth</h3>
      <ol class="steps">
        {isListed ? (
          <li>Open the web hooks page of the organisation, by its button above.</li>
        ) : (
          <li>
            Open the organisation’s web hooks page.
            <button type="button" class="button" onClick={() => void store.open('open-hooks-page', null)}>
              <Icon icon={ExternalLink} size={14} />
              Open the web hooks page
            </button>
            <span class="small-print">{hooksPage}</span>
          </li>
        )}
        <li>Choose “Create a new web hook”, paste the hook URL and save. Redbooth sends hooks for tasks only.</li>
        <li>Change any task in Redbooth. The line {where} turns green when its hook arrives.</li>
      </ol>
    </section>
  );
};
