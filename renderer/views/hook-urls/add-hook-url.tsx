import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { NameForm } from './name-form.tsx';
import { useMessages } from '../../components/speech-context.ts';

export const AddHookUrl = () => {
  const { store } = usePage();
  const words = useMessages().connect;
  const [isAsking, setAsking] = useState(false);
  const add = async (name: string): Promise<void> => {
    if (await store.run('add-hook-url', { name })) setAsking(false);
  };
  return (
    <>
      <button type="button" class="text-button" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
        <Icon icon={Plus} size={14} />
        {words.add}
      </button>
      {isAsking && (
        <NameForm
          label={words.newName}
          initial=""
          action={words.addIt}
          cancel={() => setAsking(false)}
          submit={(name) => void add(name)}
        />
      )}
    </>
  );
};
