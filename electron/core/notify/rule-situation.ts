import type { Clock } from '../clock.ts';
import type { Settings } from '../settings/settings.ts';
import type { Mutes } from './mutes.ts';
import type { SystemPort } from '../system-port.ts';
import { isQuiet } from './quiet-hours.ts';
import type { RuleSituation } from './rules.ts';

export type RuleSituationPorts = {
  readonly settings: () => Pick<Settings, 'rules' | 'chosenProjects' | 'quietHours' | 'timeZone'>;
  readonly mutes: Pick<Mutes, 'active'>;
  readonly isPaused: () => boolean;
  readonly system: Pick<SystemPort, 'isDoNotDisturb'>;
  readonly clock: Clock;
};

/** Gathers what the rules look at besides the change, as it is at that moment. */
export const createRuleSituation =
  ({ settings, mutes, isPaused, system, clock }: RuleSituationPorts): (() => RuleSituation) =>
  () => {
    const { rules, chosenProjects, quietHours, timeZone } = settings();
    const now = clock.now();
    return {
      rules,
      chosenProjects: new Set(chosenProjects),
      mutes: mutes.active(),
      isPaused: isPaused(),
      isQuiet: isQuiet(quietHours, now, timeZone),
      isDoNotDisturb: system.isDoNotDisturb(),
      now,
    };
  };
