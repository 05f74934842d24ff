/**
 * The steps that bring a database up to date, in order; a step is never edited once released. `PRAGMA user_version`
 * counts those already taken. Times are ms since 1970.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE hook_url (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    secret TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    last_arrival_at INTEGER,
    revoked_at INTEGER
  ) STRICT;

  CREATE TABLE hook (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id TEXT NOT NULL,
    action TEXT NOT NULL,
    source TEXT NOT NULL,
    hook_url_id TEXT,
    received_at INTEGER NOT NULL,
    settled_at INTEGER,
    result TEXT
  ) STRICT;
  CREATE INDEX hook_unsettled ON hook (id) WHERE settled_at IS NULL;

  CREATE TABLE snapshot (
    task_id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    task TEXT NOT NULL,
    last_comment_id TEXT,
    read_at INTEGER NOT NULL,
    gone_at INTEGER
  ) STRICT;

  CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    source TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    decision TEXT,
    reason TEXT,
    read_at INTEGER
  ) STRICT;
  CREATE INDEX change_undecided ON change (id) WHERE decision IS NULL;
  CREATE INDEX change_unread ON change (id) WHERE read_at IS NULL;
  CREATE INDEX change_task ON change (task_id, id);

  CREATE TABLE change_hook (
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    hook_id INTEGER NOT NULL,
    PRIMARY KEY (change_id, hook_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE notification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    replaces INTEGER,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    url TEXT,
    claimed_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    ended_at INTEGER,
    failure TEXT
  ) STRICT;
  CREATE INDEX notification_claimed ON notification (id) WHERE state = 'claimed';

  CREATE TABLE notification_change (
    notification_id INTEGER NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
    change_id INTEGER NOT NULL,
    PRIMARY KEY (notification_id, change_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX notification_of_change ON notification_change (change_id);

  CREATE TABLE redbooth_user (
    id TEXT PRIMARY KEY, first_name TEXT NOT NULL, last_name TEXT NOT NULL, username TEXT NOT NULL, read_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE person (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL, project_id TEXT NOT NULL, read_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE project (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, organization_id TEXT, read_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE task_list (id TEXT PRIMARY KEY, name TEXT NOT NULL, read_at INTEGER NOT NULL) STRICT;

  CREATE TABLE page_link (token_digest TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT;
  `,
  `
  CREATE TABLE replaced_secret (
    secret TEXT PRIMARY KEY,
    hook_url_id TEXT NOT NULL REFERENCES hook_url (id) ON DELETE CASCADE,
    valid_until INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX replaced_secret_of_hook_url ON replaced_secret (hook_url_id);
  ALTER TABLE hook_url ADD COLUMN used_since_rotation TEXT;

  CREATE INDEX change_hook_of_hook ON change_hook (hook_id);
  `,
  `
  CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id TEXT UNIQUE, entered_at INTEGER NOT NULL) STRICT;
  INSERT INTO account (entered_at) SELECT 0 WHERE EXISTS (SELECT 1 FROM snapshot) OR EXISTS (SELECT 1 FROM change);

  CREATE TABLE snapshot_of_account (
    account_id INTEGER NOT NULL,
    task_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    task TEXT NOT NULL,
    last_comment_id TEXT,
    read_at INTEGER NOT NULL,
    gone_at INTEGER,
    due_on TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(task) THEN json_extract(task, '$.dueOn') END) VIRTUAL,
    PRIMARY KEY (account_id, task_id)
  ) STRICT;
  INSERT INTO snapshot_of_account SELECT (SELECT id FROM account), task_id, project_id, task, last_comment_id, read_at, gone_at FROM snapshot;
  DROP TABLE snapshot;
  ALTER TABLE snapshot_of_account RENAME TO snapshot;
  CREATE INDEX snapshot_of_project ON snapshot (account_id, project_id) WHERE gone_at IS NULL;
  CREATE INDEX snapshot_due ON snapshot (account_id, due_on) WHERE gone_at IS NULL AND due_on IS NOT NULL;

  ALTER TABLE change ADD COLUMN account_id INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE change ADD COLUMN decision_basis TEXT;
  UPDATE kept SET key = 'caught-up/1' WHERE key = 'caught-up';

  CREATE TABLE own_write (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL,
    task_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    status TEXT,
    task_before TEXT NOT NULL,
    task_after TEXT,
    begun_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT;
  CREATE INDEX own_write_of_task ON own_write (account_id, task_id);

  CREATE TABLE reminder (
    account_id INTEGER NOT NULL,
    task_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, task_id, due_on, kind)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE mute (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    label TEXT NOT NULL,
    until INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (account_id, kind, subject_id)
  ) STRICT;

  CREATE TABLE missed_hook (
    account_id INTEGER NOT NULL,
    task_id TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, task_id)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE change ADD COLUMN subjects TEXT NOT NULL DEFAULT '';
  UPDATE change SET subjects = CASE kind
    WHEN 'created' THEN iif(json_extract(account, '$.relation.assigned'), 'assigned created', 'created')
    WHEN 'gone' THEN 'deleted'
    WHEN 'first-seen' THEN 'other'
    ELSE coalesce((
      SELECT replace(group_concat(DISTINCT CASE json_extract(value, '$.field')
        WHEN 'assigned_id' THEN iif(json_extract(value, '$.beforeIsMe') OR json_extract(value, '$.afterIsMe'), 'assigned', 'other')
        WHEN 'status' THEN 'status'
        WHEN 'due_on' THEN 'due-date'
        WHEN 'urgent' THEN 'urgent'
        ELSE 'other' END), ',', ' ') FROM json_each(account, '$.edits')), '')
      || iif(json_extract(account, '$.comment.id') IS NULL, '', ' comment')
      || iif(json_extract(account, '$.comment.mentionsMe'), ' mention', '')
    END WHERE json_valid(account);
  UPDATE change SET subjects = 'other' WHERE subjects = '';

  DROP INDEX change_unread;
  CREATE INDEX change_unread ON change (id, decision) WHERE read_at IS NULL;
  CREATE INDEX change_listed ON change (id) WHERE reason IS NOT 'ignored';
  CREATE INDEX hook_of_task ON hook (task_id);

  -- What a change is found by: the words that people look for, and one mark for each thing that the list is filtered by.
  CREATE VIEW change_index AS SELECT id,
    concat_ws(' ',
      json_extract(account, '$.title'),
      json_extract(account, '$.project.name'),
      json_extract(account, '$.actor.name'), json_extract(account, '$.actor.fullName'),
      json_extract(account, '$.assignee.name'), json_extract(account, '$.assignee.fullName'),
      (SELECT group_concat(concat_ws(' ', json_extract(value, '$.before'), json_extract(value, '$.after')), ' ')
        FROM json_each(account, '$.edits')
        WHERE json_extract(value, '$.field') IN ('name', 'assigned_id', 'project_id', 'task_list_id')),
      json_extract(account, '$.comment.body')) AS words,
    concat_ws(' ', 't' || task_id, 'p' || json_extract(account, '$.project.id'), 'u' || json_extract(account, '$.actor.userId'),
      replace(subjects, '-', '')) AS marks
    FROM change WHERE reason IS NOT 'ignored' AND json_valid(account);
  CREATE VIRTUAL TABLE change_search USING fts5(
    words, marks, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
  INSERT INTO change_search (rowid, words, marks) SELECT id, words, marks FROM change_index ORDER BY id;
  CREATE TRIGGER change_recorded AFTER INSERT ON change BEGIN
    INSERT INTO change_search (rowid, words, marks) SELECT id, words, marks FROM change_index WHERE id = NEW.id;
  END;
  CREATE TRIGGER change_deleted BEFORE DELETE ON change BEGIN
    INSERT INTO change_search (change_search, rowid, words, marks)
      SELECT 'delete', id, words, marks FROM change_index WHERE id = OLD.id;
  END;
  CREATE TRIGGER change_ignored BEFORE UPDATE OF reason ON change WHEN NEW.reason IS 'ignored' BEGIN
    INSERT INTO change_search (change_search, rowid, words, marks)
      SELECT 'delete', id, words, marks FROM change_index WHERE id = OLD.id;
  END;
  CREATE TRIGGER change_listed_again AFTER UPDATE OF reason ON change WHEN OLD.reason IS 'ignored' BEGIN
    INSERT INTO change_search (rowid, words, marks) SELECT id, words, marks FROM change_index WHERE id = NEW.id;
  END;

  ALTER TABLE notification ADD COLUMN replaced_by INTEGER;
  ALTER TABLE notification ADD COLUMN about TEXT;
  ALTER TABLE notification ADD COLUMN tally TEXT;
  CREATE INDEX notification_replaced ON notification (replaced_by) WHERE replaced_by IS NOT NULL;
  CREATE INDEX notification_about ON notification (about, id) WHERE about IS NOT NULL;
  CREATE INDEX notification_claimed_at ON notification (claimed_at) WHERE about IS NOT NULL;
  ALTER TABLE notification_change ADD COLUMN is_repeated INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE snooze (
    change_id INTEGER PRIMARY KEY REFERENCES change (id) ON DELETE CASCADE,
    due_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX snooze_due ON snooze (due_at);
  `,
  `
  -- Written when a hook is settled, in the one place of its task. An index of the hooks that wait would cost each of them a page of
  -- its own in the commit that its sender waits for.
  DROP INDEX hook_of_task;
  CREATE INDEX settled_hook_of_task ON hook (task_id) WHERE settled_at IS NOT NULL;

  -- The id that a team's stream knows a hook by: what the stream hands out again is not taken again.
  ALTER TABLE hook ADD COLUMN message_id TEXT;
  CREATE UNIQUE INDEX hook_message ON hook (message_id) WHERE message_id IS NOT NULL;

  -- When it was snoozed: what was muted since stays silent.
  ALTER TABLE snooze ADD COLUMN set_at INTEGER;
  `,
];
