import { updates } from './updates.ts';
import { header } from './header.ts';
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

/** Everything that the page itself says in English: the source, whose shape every other language has to have. */
export const english = {
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

/** A message for everything the page says: plain text, or a function of what it speaks about. A missing one is a type error. */
export type PageMessages = typeof english;
