import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { anonymousMemory } from '../process-memory.ts';
import { type MemberAnswer, type MemberRequest, memberAnswerSchema } from './member-wire.ts';

/** Members in processes of their own. */
export type MemberProcesses = {
  /** Has a member connect for each seed. */
  start(servers: string, seeds: readonly string[], hooks: number): Promise<void>;
  tell(): Promise<readonly MemberAnswer[]>;
  /** Memory of all these processes that is no file’s, in MiB. */
  memory(): number;
  dispose(): Promise<void>;
};

const entry = fileURLToPath(new URL('members.ts', import.meta.url));

const ask = async (child: ChildProcess, request: MemberRequest): Promise<MemberAnswer> => {
  const answered = once(child, 'message');
  child.send(request);
  const [answer] = await answered;
  return v.parse(memberAnswerSchema, answer);
};

export const startMemberProcesses = (count: number): MemberProcesses => {
  const children = Array.from({ length: count }, () => fork(entry, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  return {
    start: async (servers, seeds, hooks) => {
      await Promise.all(
        children.map((child, index) => {
          const own = seeds.filter((_, place) => place % count === index);
          return ask(child, { ask: 'start', servers, seeds: own, hooks });
        }),
      );
    },
    tell: () => Promise.all(children.map((child) => ask(child, { ask: 'tell' }))),
    memory: () => children.reduce((sum, { pid }) => sum + (pid === undefined ? 0 : anonymousMemory(pid)), 0),
    dispose: async () => {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
};
