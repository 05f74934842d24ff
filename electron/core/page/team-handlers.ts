import { type RequestHandlers, succeed } from '../../contract/index.ts';
import type { TeamPart } from '../app/team-part.ts';

export type TeamHandlerPorts = {
  readonly team: Pick<TeamPart, 'settings' | 'choose'>;
  /** How changes come to be known was chosen anew; the team's stream follows already, the tunnel does not. */
  readonly onTeamChosen: () => Promise<void>;
};

/** Answers what the page asks about the team's stream. */
export const createTeamHandlers = ({
  team,
  onTeamChosen,
}: TeamHandlerPorts): Pick<RequestHandlers, 'team-settings' | 'choose-team'> => ({
  'team-settings': async () => succeed(await team.settings()),
  'choose-team': async (choice) => {
    const chosen = await team.choose(choice);
    if (chosen.ok) await onTeamChosen();
    return chosen;
  },
});
