import type { HookUrl } from '../../electron/contract/index.ts';
import { CopyableField } from '../components/copyable-field.tsx';
import { usePage } from '../components/page-context.ts';

/** A hook URL, to see and to copy. */
export const CopyableUrl = ({ hookUrl: { id, name, url } }: { hookUrl: HookUrl }) => {
  const { store } = usePage();
  return (
    <CopyableField
      label={`Hook URL “${name}”`}
      value={url}
      placeholder="No public address yet"
      action={`Copy the hook URL “${name}”`}
      copy={() => store.copy('copy-hook-url', id)}
    />
  );
};
