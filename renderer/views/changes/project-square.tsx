import type { ChangeRow } from '../../../electron/contract/index.ts';
import { paletteIndex } from '../../state/palette.ts';

/** The colour of a project, beside its name. */
export const ProjectSquare = ({ project }: { project: NonNullable<ChangeRow['project']> }) => (
  <span class={`square hue-${paletteIndex(project.id)}`} aria-hidden="true" />
);
