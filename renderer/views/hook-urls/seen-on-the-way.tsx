import type { TunnelKind } from '../../../electron/contract/index.ts';
import { useMessages } from '../../components/speech-context.ts';

/** What those on the way of a hook can see, said before anybody chooses that way. */
export const SeenOnTheWay = ({ tunnel }: { tunnel: TunnelKind }) => {
  const words = useMessages().tunnel;
  return (
    <section class="connect-part">
      <h3 class="label">{words.seen}</h3>
      {words.ways[tunnel].seen.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
};
