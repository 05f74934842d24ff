import type { TunnelKind } from '../../electron/contract/index.ts';
import { tunnelWords } from './tunnel-words.ts';

/** What those on the way of a hook can see, said before anybody chooses that way. */
export const SeenOnTheWay = ({ tunnel }: { tunnel: TunnelKind }) => (
  <section class="connect-part">
    <h3 class="label">What others can see on the way</h3>
    {tunnelWords[tunnel].seen.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </section>
);
