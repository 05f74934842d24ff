import type { HostMessages } from '../en/index.ts';
import { account } from './account.ts';
import { answers } from './answers.ts';
import { blocked } from './blocked.ts';
import { hookUrls } from './hook-urls.ts';
import { notices } from './notices.ts';
import { reachability } from './reachability.ts';
import { settingsFile } from './settings-file.ts';
import { storageNotices } from './storage-notices.ts';
import { secrets } from './secrets.ts';
import { storage } from './storage.ts';
import { buttons } from './buttons.ts';
import { checks } from './checks.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { fields } from './fields.ts';
import { organizationMessage } from './organization-message.ts';
import { outage } from './outage.ts';
import { reminders } from './reminders.ts';
import { requests } from './requests.ts';
import { summaries } from './summaries.ts';
import { taskActions } from './task-actions.ts';
import { taskDetail } from './task-detail.ts';
import { why } from './why.ts';
import { writes } from './writes.ts';
import { team } from './team.ts';
import { tray } from './tray.ts';
import { updates } from './updates.ts';

/** Everything that the app itself says in Spanish. */
export const spanish: HostMessages = {
  locale: 'es-ES',
  account,
  answers,
  blocked,
  hookUrls,
  notices,
  reachability,
  settingsFile,
  storageNotices,
  secrets,
  storage,
  buttons,
  checks,
  changes,
  dates,
  fields,
  organizationMessage,
  outage,
  reminders,
  requests,
  summaries,
  taskActions,
  taskDetail,
  why,
  writes,
  team,
  tray,
  updates,
};
