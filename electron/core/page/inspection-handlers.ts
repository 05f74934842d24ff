import { type Copied, type ReceivedRequestView, type RequestHandlers, succeed } from '../../contract/index.ts';
import type { HookFates } from '../changes/hook-fates.ts';
import type { HookUrls } from '../hooks/hook-urls.ts';
import type { Inspector } from '../hooks/inspector.ts';
import { bodyStartBytes } from '../hooks/received-request.ts';
import { requestAsCurl } from '../hooks/request-as-curl.ts';
import type { KeptRequest } from '../hooks/request-ring.ts';
import { maskSecrets } from '../log.ts';
import { notThere } from './not-there.ts';
import { hooksToldOf, storyOf } from './request-story.ts';
import type { Reading } from '../reading.ts';

export type InspectionHandlerPorts = {
  readonly reading: () => Reading;
  readonly inspector: Inspector;
  readonly hookFates: HookFates;
  readonly hookUrls: Pick<HookUrls, 'list'>;
  /** The listener's port on this machine. */
  readonly port: () => number;
  readonly copyText: (text: string) => Promise<Copied>;
};

type Answered = 'received-requests' | 'replay-request' | 'copy-request-as-curl';

/** Answers what the page asks about the requests that reached the listener. Nothing of them leaves with a secret in it. */
export const createInspectionHandlers = (ports: InspectionHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { inspector, hookFates, hookUrls, port, copyText } = ports;

  const views = (): ReceivedRequestView[] => {
    const requests = inspector.all();
    const names = new Map(hookUrls.list().map(({ id, name }) => [id, name]));
    const fates = hookFates(hooksToldOf(requests));
    const reading = ports.reading();
    return requests.map((request) => viewOf(request, names, storyOf(request, fates, reading)));
  };
  const viewOf = (request: KeptRequest, names: ReadonlyMap<string, string>, story: string): ReceivedRequestView => {
    const { id, at, method, status, duration, size, userAgent, hookUrl, bodyStart } = request;
    return {
      id,
      at,
      method,
      status,
      duration,
      size,
      userAgent: userAgent === null ? null : maskSecrets(userAgent),
      // As it is named now; one that was revoked keeps the name it had.
      hookUrlName: hookUrl === null ? null : (names.get(hookUrl.id) ?? hookUrl.name),
      body: hookUrl === null || bodyStart === '' ? null : maskSecrets(bodyStart),
      isBodyCut: size > bodyStartBytes,
      story,
      canReplay: inspector.canReplay(request),
    };
  };

  return {
    'received-requests': () => succeed(views()),
    'replay-request': ({ id }) => inspector.replay(id),
    'copy-request-as-curl': async ({ id }) => {
      const request = inspector.find(id);
      if (request === null) return notThere('request', ports.reading());
      const command = requestAsCurl(request, port());
      return succeed(command === null ? { kind: 'nothing' } : await copyText(maskSecrets(command)));
    },
  };
};
