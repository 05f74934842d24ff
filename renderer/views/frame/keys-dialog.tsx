import { Dialog } from '../../components/dialog.tsx';
import { useMessages } from '../../components/speech-context.ts';
import type { PageMessages } from '../../messages/en/index.ts';

type Shortcut = { readonly keys: readonly string[]; readonly words: string };

const shortcuts = ({ names, ...words }: PageMessages['keys']): readonly Shortcut[] => [
  { keys: ['j', '↓'], words: words.next },
  { keys: ['k', '↑'], words: words.previous },
  { keys: [names.pageDown, names.pageUp], words: words.page },
  { keys: [names.home, names.end], words: words.ends },
  { keys: [names.enter, 'd'], words: words.showTask },
  { keys: ['Esc'], words: words.back },
  { keys: ['o'], words: words.open },
  { keys: ['e'], words: words.resolve },
  { keys: ['c'], words: words.comment },
  { keys: ['r'], words: words.read },
  { keys: ['u'], words: words.undo },
  { keys: ['s'], words: words.snooze },
  { keys: ['m'], words: words.mute },
  { keys: ['/'], words: words.search },
  { keys: [','], words: words.settings },
  { keys: ['?'], words: words.keys },
];

export const KeysDialog = ({ close }: { close: () => void }) => {
  const messages = useMessages();
  return (
    <Dialog title={messages.views.keys} size="small" close={close}>
      <dl class="keys">
        {shortcuts(messages.keys).map(({ keys, words }) => (
          <div key={words} class="keys-row">
            <dt>{words}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
