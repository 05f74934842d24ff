import type { HookSource } from '../../electron/contract/index.ts';

/** The ways in which changes come to be known. */
export const hookSourceWords: { readonly [Source in HookSource]: { readonly name: string; readonly meaning: string } } =
  {
    tunnel: {
      name: 'By hook',
      meaning: 'At once. An administrator of your organisation pastes a hook URL into Redbooth.',
    },
    polling: {
      name: 'By asking Redbooth every minute',
      meaning: 'No administrator needed. Changes appear up to a minute late.',
    },
  };

/** What is read out when asking begins. */
export const pollingBegun = 'The app asks Redbooth every minute now';
