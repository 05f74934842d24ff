import type { ErrorCode } from '../../contract/index.ts';

/** The lines of `--json` and `--export`, without `at`: other programs drive the app by them, so they stay as they are. */
export type OperatorLine =
  | {
      readonly event: 'ready';
      readonly localUrl: string;
      readonly hookUrl: string | null;
      readonly uiUrl: string | null;
      readonly pid: number;
    }
  | {
      readonly event: 'tunnel';
      readonly state: 'connecting' | 'online' | 'degraded' | 'offline' | 'name-lost' | 'off';
      readonly url: string | null;
      readonly hookUrl: string | null;
      readonly cause: string | null;
    }
  | {
      readonly event: 'team';
      readonly state: 'connecting' | 'online' | 'offline';
      readonly cause: string | null;
    }
  | { readonly event: 'account'; readonly state: 'signed-out' | 'signed-in' | 'expired'; readonly user: string | null }
  | { readonly event: 'hook'; readonly id: string; readonly taskId: string; readonly action: string }
  | {
      readonly event: 'change';
      readonly id: string;
      readonly hookIds: readonly string[];
      readonly taskId: string;
      readonly action: 'create' | 'update' | 'delete';
      readonly title: string;
      readonly project: string | null;
      readonly actor: string | null;
      readonly changes: readonly {
        readonly field: string;
        readonly before: string | null;
        readonly after: string | null;
      }[];
      readonly url: string | null;
      readonly source: 'hook' | 'catch-up';
    }
  | {
      readonly event: 'settled';
      readonly hookIds: readonly string[];
      readonly taskId: string;
      readonly result: SettledResult;
      readonly changeIds: readonly string[];
    }
  | {
      readonly event: 'notification';
      readonly id: string;
      readonly replaces: string | null;
      readonly changeIds: readonly string[];
      readonly title: string;
      readonly body: string;
      readonly url: string | null;
    }
  | { readonly event: 'skipped'; readonly changeId: string; readonly reason: string }
  | { readonly event: 'error'; readonly code: ErrorCode; readonly message: string };

/** How a hook ended: something changed, nothing did, the user may not see the task, or the task is gone. */
export type SettledResult = 'changed' | 'unchanged' | 'not-visible' | 'gone';

/** Takes each line as it happens; `at` is when it happened, in ms since 1970. */
export type Report = (line: OperatorLine, at: number) => void;
