import { type Overview, type RequestHandlers, succeed } from '../../contract/index.ts';
import type { SignInHandlers } from '../account/sign-in-handlers.ts';
import type { Clock } from '../clock.ts';
import { type CheckHandlerPorts, createCheckHandlers } from '../doctor/check-handlers.ts';
import type { PauseSwitch } from '../settings/pause.ts';
import { type ChangeHandlerPorts, createChangeHandlers } from './change-handlers.ts';
import { type DiagnosticsHandlerPorts, createDiagnosticsHandlers } from './diagnostics.ts';
import { type DetailHandlerPorts, createDetailHandlers } from './detail-handlers.ts';
import { type HistoryHandlerPorts, createHistoryHandlers } from './history-handlers.ts';
import { type HookUrlHandlerPorts, createHookUrlHandlers } from './hook-url-handlers.ts';
import { type InspectionHandlerPorts, createInspectionHandlers } from './inspection-handlers.ts';
import { notThere } from './not-there.ts';
import { type MuteHandlerPorts, createMuteHandlers } from './mute-handlers.ts';
import type { NoticeBoard } from './notice-board.ts';
import { type PreferenceHandlerPorts, createPreferenceHandlers } from './preference-handlers.ts';
import { type SettingsTransferHandlerPorts, createSettingsTransferHandlers } from './settings-transfer-handlers.ts';
import { type SnoozeHandlerPorts, createSnoozeHandlers } from './snooze-handlers.ts';
import { type SystemHandlerPorts, createSystemHandlers } from './system-handlers.ts';
import { type TeamHandlerPorts, createTeamHandlers } from './team-handlers.ts';
import { type TunnelHandlerPorts, createTunnelHandlers } from './tunnel-handlers.ts';
import { type UpdateHandlerPorts, createUpdateHandlers } from './update-handlers.ts';
import { type WelcomeHandlerPorts, createWelcomeHandlers } from './welcome-handlers.ts';

export type HandlerPorts = ChangeHandlerPorts &
  CheckHandlerPorts &
  DetailHandlerPorts &
  DiagnosticsHandlerPorts &
  HistoryHandlerPorts &
  HookUrlHandlerPorts &
  InspectionHandlerPorts &
  MuteHandlerPorts &
  PreferenceHandlerPorts &
  SettingsTransferHandlerPorts &
  SnoozeHandlerPorts &
  SystemHandlerPorts &
  TeamHandlerPorts &
  TunnelHandlerPorts &
  UpdateHandlerPorts &
  WelcomeHandlerPorts & {
    readonly clock: Clock;
    readonly overview: () => Overview;
    readonly notices: Pick<NoticeBoard, 'dismiss'>;
    readonly pause: Pick<PauseSwitch, 'set'>;
    readonly signIn: SignInHandlers;
  };

/** Answers every request of the contract. */
export const createHandlers = (ports: HandlerPorts): RequestHandlers => {
  const { clock, overview, notices, pause } = ports;
  return {
    ...ports.signIn,
    overview: () => succeed(overview()),
    ...createChangeHandlers(ports),
    ...createCheckHandlers(ports),
    ...createDetailHandlers(ports),
    ...createDiagnosticsHandlers(ports),
    ...createHistoryHandlers(ports),
    ...createHookUrlHandlers(ports),
    ...createTunnelHandlers(ports),
    ...createTeamHandlers(ports),
    ...createInspectionHandlers(ports),
    ...createSystemHandlers(ports),
    ...createPreferenceHandlers(ports),
    ...createSettingsTransferHandlers(ports),
    ...createMuteHandlers(ports),
    ...createSnoozeHandlers(ports),
    ...createWelcomeHandlers(ports),
    ...createUpdateHandlers(ports),
    'dismiss-notice': ({ id }) => (notices.dismiss(id) ? succeed(null) : notThere('notice', ports.reading())),
    pause: ({ minutes }) => {
      pause.set({ state: 'paused', until: minutes === null ? null : clock.now() + minutes * 60_000 });
      return succeed(null);
    },
    resume: () => {
      pause.set({ state: 'running' });
      return succeed(null);
    },
  };
};
