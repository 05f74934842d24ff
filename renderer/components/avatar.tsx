import type { IconNode } from 'lucide';
import { Eye, Pencil, Plus, Trash2 } from 'lucide';
import type { ChangeKind, ChangeRow } from '../../electron/contract/index.ts';
import { paletteIndex } from '../state/palette.ts';
import { Icon } from './icon.tsx';

const kindIcons: Readonly<Record<ChangeKind, IconNode>> = {
  created: Plus,
  'first-seen': Eye,
  updated: Pencil,
  gone: Trash2,
};

/** Who did it: initials on a colour of their own; where nobody is known, what kind of change it is. */
export const Avatar = ({ actor, kind }: Pick<ChangeRow, 'actor' | 'kind'>) =>
  actor === null ? (
    <span class="avatar avatar-nobody" aria-hidden="true">
      <Icon icon={kindIcons[kind]} size={14} />
    </span>
  ) : (
    <span class={`avatar hue-${paletteIndex(actor.userId ?? actor.name)}`} aria-hidden="true">
      {actor.initials}
    </span>
  );
