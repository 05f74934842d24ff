import type { Organization, ReceivedRequestView, TunnelSettingsView } from '../../../electron/contract/index.ts';
import { sampleNow } from './sample.ts';

const minute = 60_000;

export const sampleOrganizations: readonly Organization[] = [
  {
    id: '77',
    name: 'Acme',
    hooksPage: 'https://redbooth.com/app/organization/77/web_hooks',
    message: 'Please add a web hook to Acme in Redbooth:\nhttps://redbooth.com/app/organization/77/web_hooks',
  },
  {
    id: '78',
    name: 'Acme Laboratories for Applied Research and Everything That Follows From It',
    hooksPage: 'https://redbooth.com/app/organization/78/web_hooks',
    message: 'Please add a web hook to Acme Laboratories in Redbooth.',
  },
];

export const sampleTunnelSettings: TunnelSettingsView = {
  choice: { tunnel: 'localtunnel', tunnelHost: 'https://localtunnel.me', publicUrl: null },
  isFixed: false,
  localAddress: 'http://127.0.0.1:8765',
};

/** A taken hook with nothing special about it, changed as a test needs it. */
export const sampleRequest = (
  part: Partial<ReceivedRequestView> & Pick<ReceivedRequestView, 'id'>,
): ReceivedRequestView => ({
  at: sampleNow - 2 * minute,
  method: 'POST',
  status: 200,
  duration: 4.2,
  size: 96,
  userAgent: 'Ruby',
  hookUrlName: 'Acme',
  body: '{"type":"task","id":"9001","url":"https://redbooth.com/api/3/tasks/9001","action":"update"}',
  isBodyCut: false,
  story: 'Told you: Chi resolved “Draft launch plan”',
  canReplay: true,
  ...part,
});

/** What reached the listener lately, newest first: every kind of answer. */
export const sampleRequests: readonly ReceivedRequestView[] = [
  sampleRequest({ id: 'r9' }),
  sampleRequest({
    id: 'r8',
    at: sampleNow - 3 * minute,
    method: 'GET',
    size: 0,
    duration: 0.4,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    body: '',
    story: 'The hook URL was opened, and works',
    canReplay: false,
  }),
  sampleRequest({
    id: 'r7',
    at: sampleNow - 9 * minute,
    status: 400,
    size: 5_200,
    body: `{"type":"task","note":"${'x'.repeat(900)}`,
    isBodyCut: true,
    story: 'Turned away: the hook does not say which task it is about',
    canReplay: false,
  }),
  sampleRequest({
    id: 'r6',
    at: sampleNow - 30 * minute,
    method: 'GET',
    status: 404,
    size: 0,
    userAgent: null,
    hookUrlName: null,
    body: null,
    story: 'Turned away: not one of your hook URLs',
    canReplay: false,
  }),
  sampleRequest({
    id: 'r5',
    at: sampleNow - 25 * 60 * minute,
    status: 503,
    duration: 2_140,
    hookUrlName: 'Acme Laboratories for Applied Research and Everything',
    story: 'Could not be stored, so the sender was asked to send it again later',
    canReplay: false,
  }),
];
