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
];
