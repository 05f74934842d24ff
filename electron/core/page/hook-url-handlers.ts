import {
  type Copied,
  type Failure,
  type Opened,
  type RequestHandlers,
  type Result,
  fail,
  succeed,
} from '../../contract/index.ts';
import type { HookUrlFailure, HookUrls } from '../hooks/hook-urls.ts';
import type { ApiFailure } from '../redbooth/client-port.ts';
import { hooksPageUrl } from '../redbooth/links.ts';
import type { Organizations } from '../redbooth/organizations.ts';
import { notThere } from './not-there.ts';
import { organizationMessage } from './organization-message.ts';
import { publicAddress } from './overview.ts';
import type { Reading } from '../reading.ts';

export type HookUrlHandlerPorts = {
  readonly reading: () => Reading;
  readonly hookUrls: HookUrls;
  readonly organizations: Organizations;
  /** The configured Redbooth. */
  readonly origin: string;
  /** The public base address, or null while there is none. */
  readonly publicUrl: () => string | null;
  /** Where an administrator makes web hooks, as the overview has it. */
  readonly hooksPage: () => string;
  /** Opens a page if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
  readonly copyText: (text: string) => Promise<Copied>;
};

const nothingOrFailure = (result: Result<unknown, HookUrlFailure>): Result<null, Failure> =>
  result.ok ? succeed(null) : result;

const failureOf = (failure: ApiFailure, { messages }: Reading): Failure =>
  failure.kind === 'signed-out'
    ? { code: 'api-unauthorized', message: messages.hookUrls.organizationsSignedOut }
    : { code: 'api-unreachable', message: messages.hookUrls.organizationsUnread };

type Answered =
  | 'copy-hook-url'
  | 'open-hooks-page'
  | 'add-hook-url'
  | 'rename-hook-url'
  | 'revoke-hook-url'
  | 'rotate-hook-url'
  | 'organizations'
  | 'open-organization-hooks-page'
  | 'copy-organization-message';

/** Answers what the page asks about hook URLs and about where to paste them. */
export const createHookUrlHandlers = (ports: HookUrlHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { hookUrls, organizations, origin, publicUrl, open, copyText } = ports;
  const copy = async (text: string | null): Promise<Copied> => (text === null ? { kind: 'nothing' } : copyText(text));

  const messageTo = ({ id, name }: { readonly id: string; readonly name: string }): string | null => {
    const [first] = hookUrls.list();
    const hookUrl = first === undefined ? null : publicAddress(publicUrl(), first);
    return hookUrl === null
      ? null
      : organizationMessage({ name, hookUrl, hooksPage: hooksPageUrl(origin, id) }, ports.reading().messages);
  };
  const find = (id: string) => organizations.known().find((organization) => organization.id === id);

  return {
    'copy-hook-url': async ({ id }) => {
      const record = hookUrls.list().find((each) => each.id === id);
      return record === undefined
        ? notThere('hook URL', ports.reading())
        : succeed(await copy(publicAddress(publicUrl(), record)));
    },
    'open-hooks-page': async () => succeed(await open(ports.hooksPage())),
    'add-hook-url': ({ name }) => nothingOrFailure(hookUrls.add(name)),
    'rename-hook-url': ({ id, name }) => nothingOrFailure(hookUrls.rename(id, name)),
    'revoke-hook-url': ({ id }) => nothingOrFailure(hookUrls.revoke(id)),
    'rotate-hook-url': ({ id }) => nothingOrFailure(hookUrls.rotate(id)),
    organizations: async () => {
      const read = await organizations.read();
      if (!read.ok) return fail(failureOf(read.failure, ports.reading()));
      return succeed(
        read.value.map(({ id, name }) => ({
          id,
          name,
          hooksPage: hooksPageUrl(origin, id),
          message: messageTo({ id, name }),
        })),
      );
    },
    'open-organization-hooks-page': async ({ id }) =>
      find(id) === undefined
        ? notThere('organisation', ports.reading())
        : succeed(await open(hooksPageUrl(origin, id))),
    'copy-organization-message': async ({ id }) => {
      const organization = find(id);
      return organization === undefined
        ? notThere('organisation', ports.reading())
        : succeed(await copy(messageTo(organization)));
    },
  };
};
