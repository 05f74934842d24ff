import { usePage } from '../../components/page-context.ts';
import { changeElementId } from './change-element-id.ts';
import type { Grouping } from '../../state/grouping.ts';
import { ChangeItem } from './change-item.tsx';
import { ProjectSquare } from './project-square.tsx';
import { useMessages } from '../../components/speech-context.ts';

type Properties = {
  id: string;
  /** The day, above its first row. */
  heading: string | null;
  /** By what the rows stand together, where a group begins. */
  group: Grouping | null;
  isTabStop: boolean;
  /** How high it was when it was drawn last, in px. */
  height: number;
};

/** Stands where a row will, as high as it was, until the row is in memory again. */
const Absent = ({ id, height }: Pick<Properties, 'id' | 'height'>) => {
  const { loading } = useMessages().list;
  return (
    <div class="absent" style={{ height: `${height}px` }}>
      <span class="visually-hidden" id={changeElementId(id)}>
        {loading}
      </span>
    </div>
  );
};

/** A place of the list: its row, with the day above the first of each. */
export const ChangeEntry = ({ id, heading, group, isTabStop, height }: Properties) => {
  const { noProject } = useMessages().list;
  const row = usePage().store.changes.row(id);
  if (row === null) return <Absent id={id} height={height} />;
  return (
    <>
      {heading !== null && <h2 class="day-label">{heading}</h2>}
      {group !== null && (
        <h3 class="group-label">
          {group === 'project' && row.project !== null && <ProjectSquare project={row.project} />}
          {group === 'project' ? (row.project?.name ?? noProject) : row.taskName}
        </h3>
      )}
      <ChangeItem row={row} isTabStop={isTabStop} />
    </>
  );
};
