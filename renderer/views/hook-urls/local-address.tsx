import { CopyableText } from '../../components/copyable-text.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Where hooks have to be led on this computer, for whoever brings them here. */
export const LocalAddress = ({ address }: { address: string }) => {
  const { store } = usePage();
  const words = useMessages().tunnel;
  return (
    <section class="connect-part">
      <h3 class="label">{words.lead}</h3>
      <CopyableText
        what={words.localAddress}
        text={address}
        copyWhat={words.copyLocalAddress}
        copy={() => store.copy('copy-local-address', null)}
      />
      <p class="soft">{words.leadMeaning}</p>
    </section>
  );
};
