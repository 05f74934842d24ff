import type { Notice } from '../../contract/index.ts';
import type { Kept } from '../database/kept.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { HookUrlChange } from '../hooks/hook-url-change.ts';
import { type NoticeSituation, noticesOf } from './notices.ts';
import { availableNotice } from './update-view.ts';

/** The notices in force, without those that the user has dismissed. */
export type NoticeBoard = {
  notices(): readonly Notice[];
  /** Takes a notice off; one whose cause comes again is shown again. False: there is none that can be dismissed by that id. */
  dismiss(id: string): boolean;
};

export type NoticeBoardPorts = {
  readonly situation: () => NoticeSituation;
  /** Keeps over restarts what became of its own notice. */
  readonly hookUrlChange: Pick<HookUrlChange, 'dismiss'>;
  readonly newHistory: Pick<Kept<NewHistory>, 'write'>;
  /** When hooks of the team's stream were missed. */
  readonly teamMissed: Pick<Kept<number>, 'write'>;
  /** What was dismissed for good. */
  readonly lastingDismissals: Kept<readonly string[]>;
  readonly onChanged: () => void;
};

/** What these tell of does not change, so one dismissal lasts. */
const lastingKinds = ['no-tray', availableNotice] as const;
const lastingKind = (id: string): string | undefined => lastingKinds.find((kind) => id.startsWith(kind));

/** Makes the board from the situation of the moment; what was dismissed for good is kept, the rest is forgotten with its cause or the run. */
export const createNoticeBoard = ({
  situation,
  hookUrlChange,
  newHistory,
  teamMissed,
  lastingDismissals,
  onChanged,
}: NoticeBoardPorts): NoticeBoard => {
  const dismissed = new Set<string>();
  const shown = (): readonly Notice[] => {
    const all = noticesOf(situation());
    for (const id of dismissed) if (!all.some((notice) => notice.id === id)) dismissed.delete(id);
    const gone = lastingDismissals.read() ?? [];
    return all.filter(({ id }) => !dismissed.has(id) && !gone.includes(id));
  };
  return {
    notices: shown,
    dismiss: (id) => {
      const notice = shown().find((each) => each.id === id);
      if (notice === undefined || !notice.actions.includes('dismiss')) return false;
      if (id === 'hook-url-changed') {
        hookUrlChange.dismiss();
        return true;
      }
      const kind = lastingKind(id);
      if (id === 'new-history') newHistory.write(null);
      else if (id === 'team-missed') teamMissed.write(null);
      else if (kind !== undefined) {
        // Of a kind only the newest is kept: no release is told again.
        const others = (lastingDismissals.read() ?? []).filter((each) => !each.startsWith(kind));
        lastingDismissals.write([...others, id]);
      } else dismissed.add(id);
      onChanged();
      return true;
    },
  };
};
