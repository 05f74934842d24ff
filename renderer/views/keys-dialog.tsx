import { Dialog } from '../components/dialog.tsx';

const keys = [
  { keys: ['j', '↓'], words: 'Next change' },
  { keys: ['k', '↑'], words: 'Previous change' },
  { keys: ['PgDn', 'PgUp'], words: 'A page of changes on or back' },
  { keys: ['Home', 'End'], words: 'Newest or oldest change' },
  { keys: ['Enter', 'd'], words: 'Show the task' },
  { keys: ['Esc'], words: 'Back to the list' },
  { keys: ['o'], words: 'Open the task in Redbooth' },
  { keys: ['e'], words: 'Mark the task resolved, or reopen it' },
  { keys: ['c'], words: 'Comment on the task' },
  { keys: ['r'], words: 'Mark as read, or unread' },
  { keys: ['u'], words: 'Undo the last mark as read' },
  { keys: ['s'], words: 'Snooze the change' },
  { keys: ['m'], words: 'Mute its task, project or person' },
  { keys: ['/'], words: 'Search' },
  { keys: [','], words: 'Settings' },
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
