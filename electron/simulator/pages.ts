import * as v from 'valibot';
import type { Organization, Task, User } from './entities.ts';
import { type Reply, type Request, html, json, readBody, redirect } from './http.ts';
import { isLoopback } from './loopback.ts';
import type { World } from './world.ts';

/** What the page of hook URLs can do. `add` says why not, or null when the URL is in use from now on. */
export type HookUrls = {
  list(organizationId: string): readonly string[];
  add(organizationId: string, url: string): Promise<string | null>;
  remove(organizationId: string, url: string): void;
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>
body{font:15px/1.5 system-ui,sans-serif;color:#1b1d23;background:#fbfbfc;max-width:40rem;margin:3rem auto;padding:0 1rem}
h1{font-size:22px}dl{display:grid;grid-template-columns:8rem 1fr;gap:.4rem}dt{color:#5c6070}dd{margin:0}
input{font:inherit;width:100%;box-sizing:border-box;padding:.4rem;margin:.4rem 0}li{overflow-wrap:anywhere}footer{margin-top:3rem;color:#5c6070}
</style></head><body>${body}<footer>A pretend Redbooth, on this computer only.</footer></body></html>`;

const taskPage = page(
  'Redbooth',
  `<main aria-live="polite"><p id="project"></p><h1 id="name">Loading…</h1><p id="state"></p><p id="description"></p></main>
<script type="module">
const put = (id, text) => { document.getElementById(id).textContent = text; };
const show = async () => {
  const found = /^#!\\/projects\\/(\\d+)\\/tasks\\/(\\d+)$/.exec(location.hash);
  if (!found) { put('name', 'No task chosen'); return; }
  const reply = await fetch('/a/task.json?project=' + found[1] + '&task=' + found[2]);
  const task = await reply.json();
  document.title = task.name + ' · Redbooth';
  for (const id of ['project', 'name', 'state', 'description']) put(id, task[id]);
};
addEventListener('hashchange', show);
show();
</script>`,
);

/** Whether a form was sent by a page of another origin: the browser says so. */
const isForeign = ({ headers }: Request): boolean =>
  headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`;

const statusWords = {
  new: 'New',
  open: 'Open',
  hold: 'On hold',
  resolved: 'Resolved',
  rejected: 'Rejected',
} as const;

const formSchema = v.union([v.object({ add: v.string() }), v.object({ remove: v.string() })]);

/**
 * The pages a person meets: a task's own page at `/a/#!/projects/P/tasks/T`, and the organization's page of hook URLs.
 * Both are shown to whoever is signed in at the browser. Resolves with null for any other path.
 */
export const createPages = (options: {
  readonly world: World;
  readonly signedIn: () => User;
  readonly hookUrls: HookUrls;
}): ((request: Request) => Promise<Reply | null>) => {
  const { world, signedIn, hookUrls } = options;

  const describe = (task: Task): Record<string, string> => {
    const assignee = world.users.get(world.people.get(task.assignedPersonId ?? '')?.userId ?? '');
    const facts = [
      statusWords[task.status],
      assignee ? `assigned to ${assignee.firstName} ${assignee.lastName}` : 'assigned to nobody',
      ...(task.dueOn === null ? [] : [`due ${task.dueOn}`]),
      ...(task.isUrgent ? ['urgent'] : []),
      ...(task.isPrivate ? ['private'] : []),
    ];
    return {
      project: world.projects.get(task.projectId)?.name ?? '',
      name: task.name,
      state: facts.join(' · '),
      description: task.description ?? '',
    };
  };
  const taskJson = ({ query }: Request): Reply => {
    const task = world.tasks.get(query.get('task') ?? '');
    if (!task || task.isDeleted || task.projectId !== query.get('project') || !world.canSee(signedIn(), task))
      return json(404, {
        project: '',
        name: 'No such task',
        state: 'It was deleted, or you may not see it.',
        description: '',
      });
    return json(200, describe(task));
  };

  const hooksPath = ({ id }: Organization): string => `/app/organization/${id}/web_hooks`;
  const hooksPage = (organization: Organization, problem: string | null): Reply => {
    const rows = hookUrls
      .list(organization.id)
      .map(
        (url) =>
          `<li><form method="post"><code>${escape(url)}</code> <button name="remove" value="${escape(url)}">Remove</button></form></li>`,
      )
      .join('');
    return html(
      problem === null ? 200 : 422,
      page(
        'Web hooks · Redbooth',
        `<main><h1>Web hooks of ${escape(organization.name)}</h1>
${problem === null ? '' : `<p role="alert">${escape(problem)}</p>`}
<form method="post"><label for="url">Create a new web hook</label><input id="url" name="add" type="url" required placeholder="https://…"><button>Create</button></form>
<ul>${rows}</ul></main>`,
      ),
    );
  };
  const submit = async (organization: Organization, request: Request): Promise<Reply> => {
    const asked = v.safeParse(formSchema, readBody(request));
    if (!asked.success) return hooksPage(organization, 'Type in the URL that should be called.');
    if ('remove' in asked.output) {
      hookUrls.remove(organization.id, asked.output.remove);
      return redirect(hooksPath(organization), 303);
    }
    const problem = await hookUrls.add(organization.id, asked.output.add.trim());
    return problem === null ? redirect(hooksPath(organization), 303) : hooksPage(organization, problem);
  };

  return async (request) => {
    const { method, path } = request;
    if (method === 'GET' && path === '/a') return redirect('/a/');
    if (method === 'GET' && path === '/a/') return html(200, taskPage);
    if (method === 'GET' && path === '/a/task.json') return taskJson(request);
    const organization = [...world.organizations.values()].find((candidate) => hooksPath(candidate) === path);
    if (!organization || (method !== 'GET' && method !== 'POST')) return null;
    if (method === 'POST' && isForeign(request))
      return html(403, page('Redbooth', '<main><h1>Not from here</h1></main>'));
    if (world.membershipOf(signedIn().id, organization.id)?.isAdmin !== true)
      return html(403, page('Redbooth', '<main><h1>Insufficient authorization</h1></main>'));
    return method === 'GET' ? hooksPage(organization, null) : submit(organization, request);
  };
};

/** Why a pasted hook URL cannot be used; null when it can. Only this computer is ever called. */
export const problemOfHookUrl = (text: string): string | null => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'This is not a complete URL. It should begin with http:// or https://.';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'The URL should begin with http:// or https://.';
  if (!isLoopback(url.hostname)) return 'This pretend Redbooth only calls addresses on this computer.';
  return null;
};
