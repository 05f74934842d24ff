import { mentions } from './mentions.ts';
import type { Comment, Membership, Organization, Pair, Person, Project, Task, TaskList, User } from './entities.ts';
import { type Quirks, statuses } from './quirks.ts';
import type { World } from './world.ts';

/** A row as Redbooth's API writes it. Fields and their order follow recorded replies (redbooth-ruby's cassettes). */
export type WireRow = Readonly<Record<string, unknown>>;

const seconds = (moment: number): number => Math.floor(moment / 1000);

/** A word that may name a user; in an e-mail address it does not. */
const mention = /(?<![\w.@-])@[\w.-]*\w/g;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Writes rows for the API in the dialect the quirks ask for. */
export const createWire = (options: {
  readonly world: World;
  readonly quirks: Quirks;
  readonly origin: () => string;
}) => {
  const { world, quirks, origin } = options;

  const id = (value: string | null): number | string | null =>
    value === null || quirks.ids === 'text' ? value : Number(value);
  const status = (word: Task['status']): string | number => (quirks.status === 'word' ? word : statuses.indexOf(word));

  const mentionedBy = (word: string): User | undefined =>
    [...world.users.values()].find(({ username }) => mentions(word, username));
  const html = (text: string): string => {
    if (text === '') return '';
    const marked = escapeHtml(text).replaceAll(mention, (word) => {
      const user = quirks.mentionForm === 'text' ? undefined : mentionedBy(word);
      return user ? `<a href="${origin()}/users/${user.username}" class="mention">${word}</a>` : word;
    });
    return `<p>${marked}</p>`;
  };
  const plain = (text: string): string =>
    quirks.mentionForm === 'link-only'
      ? text.replaceAll(mention, (word) => mentionedBy(word)?.firstName ?? word)
      : text;
  const assignees = ({ assignedPersonId }: Task): WireRow => {
    const userId = world.people.get(assignedPersonId ?? '')?.userId;
    return {
      assigned_ids: assignedPersonId === null ? [] : [id(assignedPersonId)],
      assigned_user_ids: userId === undefined ? [] : [id(userId)],
    };
  };

  const user = (row: User): WireRow => ({
    type: 'User',
    created_at: seconds(row.createdAt),
    updated_at: seconds(row.updatedAt),
    id: id(row.id),
    first_name: row.firstName,
    last_name: row.lastName,
    email: `${row.username}@example.com`,
    needs_profile: false,
    deleted: false,
    bouncing_email: false,
    confirmed_user: true,
    username: row.username,
    avatar_url: null,
    profile_avatar_url: null,
    micro_avatar_url: null,
  });

  return {
    user,
    me: (row: User): WireRow => ({
      ...user(row),
      first_day_of_week: 'monday',
      biography: null,
      locale: 'en',
      time_zone: 'UTC',
      default_digest: 4,
      notify_conversations: true,
      notify_tasks: true,
      notify_pages: true,
      default_watch_new_task: false,
      wants_task_reminder: true,
      rss_token: null,
      calendar_token: null,
      chat_token: null,
      job_title: null,
      devices: [],
    }),
    organization: (row: Organization): WireRow => ({
      type: 'Organization',
      created_at: seconds(row.createdAt),
      updated_at: seconds(row.updatedAt),
      id: id(row.id),
      name: row.name,
      permalink: row.name.toLowerCase().replaceAll(/\W+/g, '-'),
      domain: null,
      settings: { allow_comment_deletion: true },
      metadata: {},
    }),
    membership: (row: Membership): WireRow => ({
      type: 'Membership',
      created_at: seconds(row.createdAt),
      updated_at: seconds(row.updatedAt),
      id: id(row.id),
      user_id: id(row.userId),
      organization_id: id(row.organizationId),
      role: row.isAdmin ? 'admin' : 'participant',
    }),
    project: (row: Project): WireRow => ({
      type: 'Project',
      created_at: seconds(row.createdAt),
      updated_at: seconds(row.updatedAt),
      id: id(row.id),
      permalink: row.name.toLowerCase().replaceAll(/\W+/g, '-'),
      organization_id: id(row.organizationId),
      archived: row.isArchived,
      name: row.name,
      description: null,
      start_date: null,
      end_date: null,
      tracks_time: false,
      public: null,
      publish_pages: false,
      settings: {},
      deleted: false,
    }),
    person: (row: Person): WireRow => ({
      type: 'Person',
      created_at: seconds(row.createdAt),
      updated_at: seconds(row.updatedAt),
      id: id(row.id),
      user_id: id(row.userId),
      project_id: id(row.projectId),
      source_user_id: null,
      watch_new_task: false,
      watch_new_conversation: false,
      watch_new_page: false,
      instant_notifications: true,
      digest: 4,
      role: quirks.personRole === 'word' ? 'participant' : 2,
    }),
    taskList: (row: TaskList): WireRow => ({
      type: 'TaskList',
      created_at: seconds(row.createdAt),
      updated_at: seconds(row.updatedAt),
      id: id(row.id),
      name: row.name,
      project_id: id(row.projectId),
      user_id: id(row.userId),
      start_on: null,
      finish_on: null,
      position: 0,
      archived: false,
      last_comment_id: null,
      updated_by_id: null,
      metadata: {},
      deleted: false,
      completed_at: null,
    }),
    task: (row: Task): WireRow => ({
      type: 'Task',
      created_at: seconds(row.createdAt),
      updated_at: seconds(row.updatedAt),
      id: id(row.id),
      name: row.name,
      task_list_id: id(row.taskListId),
      comments_count: row.commentsCount,
      assigned_id: id(row.assignedPersonId),
      is_private: row.isPrivate,
      project_id: id(row.projectId),
      urgent: row.isUrgent,
      user_id: id(row.creatorUserId),
      position: row.position,
      last_activity_id: null,
      record_conversion_type: null,
      record_conversion_id: null,
      metadata: {},
      subtasks_count: row.subtasksCount,
      resolved_subtasks_count: row.resolvedSubtasksCount,
      watcher_ids: row.watcherUserIds.map(id),
      description: row.description,
      description_html: html(row.description ?? ''),
      description_updated_by_user_id: id(row.descriptionUserId),
      updated_by_id: id(row.updatedByUserId ?? (quirks.freshTaskUpdatedBy === 'creator' ? row.creatorUserId : null)),
      deleted: row.isDeleted,
      row_order: row.position * 1000,
      status: status(row.status),
      due_on: row.dueOn,
      ...(quirks.multipleAssignees ? assignees(row) : {}),
      ...(quirks.unknownFields
        ? { tag_ids: [], start_on: null, assigned_user_ids: [], recurrence: { every: 'week' } }
        : {}),
    }),
    /**
     * Both sides of every edit. Where nothing was edited the recording (Comment/_index) has: the same status and the
     * same assignee twice, `urgent` false twice, `previous_is_private` null, and null due dates.
     */
    comment: (row: Comment): WireRow => {
      const dueOn: Pair<string | null> =
        row.dueOn.before === row.dueOn.after && quirks.unchangedDueOn === 'null'
          ? { before: null, after: null }
          : row.dueOn;
      const privacyChanged = row.isPrivate.before !== row.isPrivate.after;
      return {
        type: 'Comment',
        created_at: seconds(row.createdAt),
        updated_at: seconds(row.updatedAt),
        id: id(row.id),
        body: row.body === '' && quirks.emptyCommentBody === 'null' ? null : plain(row.body),
        body_html: html(row.body),
        user_id: id(row.userId),
        project_id: id(row.projectId),
        target_id: id(row.taskId),
        target_type: 'Task',
        minutes: null,
        assigned_id: id(row.assignedPersonId.after),
        previous_assigned_id: id(row.assignedPersonId.before),
        due_on: dueOn.after,
        previous_due_on: dueOn.before,
        is_private: row.isPrivate.after,
        previous_is_private: privacyChanged ? row.isPrivate.before : null,
        urgent: row.isUrgent.after,
        previous_urgent: row.isUrgent.before,
        email_id: null,
        time_tracking_on: new Date(row.createdAt).toISOString().slice(0, 10),
        status: status(row.status.after),
        previous_status: status(row.status.before),
      };
    },
  };
};

export type Wire = ReturnType<typeof createWire>;
