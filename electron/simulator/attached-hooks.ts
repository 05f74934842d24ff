/** The hook URLs that admins have pasted, an organization each. */
export type AttachedHooks = {
  attach(url: string, organizationId: string): void;
  /** From one organization, or from all. */
  detach(url: string, organizationId?: string): void;
  /** Of one organization or of all, in the order of pasting; a URL that several have comes once. */
  urls(organizationId?: string): readonly string[];
};

/** Keeps them; attaching twice is once. */
export const createAttachedHooks = (): AttachedHooks => {
  let attached: readonly { readonly url: string; readonly organizationId: string }[] = [];
  const isOf = (organizationId: string | undefined, row: { readonly organizationId: string }): boolean =>
    organizationId === undefined || row.organizationId === organizationId;

  return {
    attach: (text, organizationId) => {
      const url = new URL(text).href;
      if (!attached.some((row) => row.url === url && row.organizationId === organizationId))
        attached = [...attached, { url, organizationId }];
    },
    detach: (text, organizationId) => {
      const url = new URL(text).href;
      attached = attached.filter((row) => row.url !== url || !isOf(organizationId, row));
    },
    urls: (organizationId) => [...new Set(attached.filter((row) => isOf(organizationId, row)).map(({ url }) => url))],
  };
};
