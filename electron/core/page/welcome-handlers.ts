import { type RequestHandlers, fail, succeed } from '../../contract/index.ts';
import type { Reading } from '../reading.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { SystemPort } from '../system-port.ts';

export type WelcomeHandlerPorts = {
  readonly reading: () => Reading;
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
  readonly system: Pick<SystemPort, 'startDemo'>;
  /** The welcome was gone through: the page is told. */
  readonly onWelcomed: () => void;
};

/** Answers what the welcome of the first run asks. */
export const createWelcomeHandlers = ({
  reading,
  settings,
  system,
  onWelcomed,
}: WelcomeHandlerPorts): Pick<RequestHandlers, 'finish-welcome' | 'start-demo'> => ({
  'finish-welcome': () => {
    if (settings.current().welcomed) return succeed(null);
    settings.change({ welcomed: true });
    onWelcomed();
    return succeed(null);
  },
  'start-demo': async () => {
    const started = await system.startDemo();
    return started.ok
      ? succeed(started.value)
      : fail({ code: 'system-refused', message: reading().messages.answers.demoNotStarted });
  },
});
