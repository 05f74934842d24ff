import type { TunnelChoice } from '../../electron/contract/index.ts';

/** What stands in the form: a field may be empty while another way is chosen. */
type TunnelDraft = {
  readonly [Key in keyof TunnelChoice]: Key extends 'publicUrl' ? string : TunnelChoice[Key];
};

export const draftOf = (choice: TunnelChoice): TunnelDraft => ({ ...choice, publicUrl: choice.publicUrl ?? '' });

/** The choice a draft stands for. The field of a way that is not chosen stays as it was saved. */
export const choiceOf = ({ tunnel, tunnelHost, publicUrl }: TunnelDraft, saved: TunnelChoice): TunnelChoice => ({
  tunnel,
  tunnelHost: tunnel === 'localtunnel' ? tunnelHost.trim() : saved.tunnelHost,
  publicUrl: tunnel === 'url' ? publicUrl.trim() : saved.publicUrl,
});

/** Whether a choice leads to other hook URLs than the one before, so that a person has to paste them into Redbooth. */
export const changesHookUrls = (choice: TunnelChoice, saved: TunnelChoice): boolean => {
  if (choice.tunnel === 'off') return false;
  if (choice.tunnel !== saved.tunnel) return true;
  return choice.tunnel === 'localtunnel'
    ? choice.tunnelHost !== saved.tunnelHost
    : choice.publicUrl !== saved.publicUrl;
};
