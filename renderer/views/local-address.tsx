import { CopyableText } from '../components/copyable-text.tsx';
import { usePage } from '../components/page-context.ts';

/** Where hooks have to be led on this computer, for whoever brings them here. */
export const LocalAddress = ({ address }: { address: string }) => {
  const { store } = usePage();
  return (
    <section class="connect-part">
      <h3 class="label">Where to lead them on this computer</h3>
      <CopyableText
        what="Address on this computer"
        text={address}
        copyWhat="Copy the address on this computer"
        copy={() => store.copy('copy-local-address', null)}
      />
      <p class="soft">
        Point your reverse proxy or tunnel at this address. It stays the same across restarts; the option --hook-port
        sets another port.
      </p>
    </section>
  );
};
