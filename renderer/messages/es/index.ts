import type { PageMessages } from '../en/index.ts';
import { header } from './header.ts';
import { updates } from './updates.ts';
import { account } from './account.ts';
import { checks } from './checks.ts';
import { common } from './common.ts';
import { connect } from './connect.ts';
import { connection } from './connection.ts';
import { empty } from './empty.ts';
import { filters } from './filters.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { quiet } from './quiet.ts';
import { reasons } from './reasons.ts';
import { requests } from './requests.ts';
import { rowMenu } from './row-menu.ts';
import { task } from './task.ts';
import { team } from './team.ts';
import { times } from './times.ts';
import { tunnel } from './tunnel.ts';
import { views } from './views.ts';

/** Everything that the page itself says in Spanish. */
export const spanish: PageMessages = {
  account,
  checks,
  common,
  connect,
  connection,
  empty,
  filters,
  keys,
  list,
  quiet,
  reasons,
  requests,
  rowMenu,
  task,
  team,
  times,
  tunnel,
  views,
  header,
  updates,
};
