/** The fields of a task, and what they hold. */
export const fields = {
  /** As headings, by the API’s names. */
  labels: {
    name: 'Name',
    status: 'Status',
    assigned_id: 'Assignee',
    due_on: 'Due',
    urgent: 'Urgent',
    description: 'Description',
    is_private: 'Privacy',
    project_id: 'Project',
    task_list_id: 'List',
  },
  statuses: { new: 'New', open: 'Open', hold: 'On hold', resolved: 'Resolved', rejected: 'Rejected' },
  statusUnknown: 'Not known',
  you: 'You',
  someone: 'Someone',
  anotherProject: 'another project',
  anotherList: 'another list',
  urgent: 'Urgent',
  notUrgent: 'Not urgent',
  private: 'Private',
  visible: 'Visible to the project',
  /** What became of a field, as a part of a sentence. Null: it is empty. */
  steps: {
    name: (before: string | null, after: string | null) => `name ${before ?? 'none'} → ${after ?? 'none'}`,
    status: (before: string | null, after: string | null) => `status ${before ?? 'none'} → ${after ?? 'none'}`,
    assigned_id: (before: string | null, after: string | null) => `assignee ${before ?? 'none'} → ${after ?? 'none'}`,
    due_on: (before: string | null, after: string | null) => `due ${before ?? 'none'} → ${after ?? 'none'}`,
    project_id: (before: string | null, after: string | null) => `project ${before ?? 'none'} → ${after ?? 'none'}`,
    task_list_id: (before: string | null, after: string | null) => `list ${before ?? 'none'} → ${after ?? 'none'}`,
  },
  described: 'description changed',
  becameUrgent: 'marked urgent',
  urgentNoLonger: 'no longer urgent',
  becamePrivate: 'made private',
  becameVisible: 'made visible to the project',
};
