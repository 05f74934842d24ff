import { Dialog } from '../components/dialog.tsx';

const keys = [
  { keys: ['j', '↓'], words: 'Next change' },
  { keys: ['k', '↑'], words: 'Previous change' },
  { keys: ['Enter'], words: 'Open the task in Redbooth' },
  { keys: ['r'], words: 'Mark as read' },
  { keys: ['d'], words: 'Show or hide details' },
  { keys: ['?'], words: 'Show this list' },
] as const;

export const KeysDialog = ({ close }: { close: () => void }) => (
  <Dialog title="Keyboard shortcuts" size="small" close={close}>
    <dl class="keys">
      {keys.map(({ keys, words }) => (
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
