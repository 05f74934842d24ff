import type { ChangeFilter, ChangeRow } from '../../../electron/contract/index.ts';

/** The rows that a filter lets through, much as the app finds them. */
export const matchingRows = (rows: readonly ChangeRow[], filter: ChangeFilter): readonly ChangeRow[] => {
  const words = (filter.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isHit = ({ sentence, quote, project }: ChangeRow): boolean => {
    if (words.length === 0) return true;
    const text = ` ${sentence} ${quote ?? ''} ${project?.name ?? ''}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    return words.every((word) => text.includes(` ${word}`));
  };
  return rows.filter(
    (row) =>
      (filter.show === 'all' || row.unread) &&
      (filter.projectId === null || row.project?.id === filter.projectId) &&
      (filter.personId === null || row.actor?.userId === filter.personId) &&
      (filter.taskId === null || row.taskId === filter.taskId) &&
      isHit(row),
  );
};
