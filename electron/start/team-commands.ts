import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readTeamAccess } from '../core/team/access.ts';
import { loadNats } from '../core/team/load-nats.ts';
import { serverUser } from '../core/team/server-user.ts';
import type { TeamTask } from '../core/operator/team-options.ts';
import type { Printed } from './commands.ts';

/** Runs a command about the team's stream that only prints. */
export const runTeamCommand = async (task: Exclude<TeamTask, { kind: 'receive' }>): Promise<Printed> =>
  task.kind === 'new-key' ? newKey(task) : setUpStream(task);

/** `--new-team-key`: a secret file for whoever connects, and the line that lets the server know them. */
const newKey = async ({ role, file }: Extract<TeamTask, { kind: 'new-key' }>): Promise<Printed> => {
  const { createTeamUser } = await loadNats();
  const { seed, user } = createTeamUser();
  try {
    writeFileSync(file, `# Redbooth Notifier, ${role} ${user}\n${seed}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { exitCode: 1, message: `The file ${file} could not be made (${cause}). It must not be there already.` };
  }
  return { exitCode: 0, text: `${serverUser(role, user)}\n` };
};

/** `--set-up-stream`: makes the stream, or changes its limits. */
const setUpStream = async ({ endpoint, limits }: Extract<TeamTask, { kind: 'set-up-stream' }>): Promise<Printed> => {
  const nats = await loadNats();
  const { credentialsFile } = endpoint;
  const access = await readTeamAccess(nats, {
    ...endpoint,
    credentials: async () => (credentialsFile === null ? null : readFile(credentialsFile, 'utf8')),
    installation: 'set-up',
  });
  if (!access.ok) return { exitCode: 1, message: access.failure.message };
  const done = await nats.setUpStream(access.value, limits);
  if (!done.ok) return { exitCode: 1, message: done.failure };
  const { replicas, days, bytes } = limits;
  return {
    exitCode: 0,
    text: `The stream is ${done.value}: it keeps hooks for ${days} days or ${bytes} bytes, on ${replicas} server${replicas === 1 ? '' : 's'}.\n`,
  };
};
