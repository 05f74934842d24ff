import { hostMessages } from '../../../electron/messages/host-messages.ts';

/** What the checks say in English. */
export const words = hostMessages('en').checks;
