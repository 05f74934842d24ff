import type { Notice } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { TeamTrouble } from '../team/team-trouble.ts';

/** What there is to say about the team's stream. */
export type TeamSituation = {
  readonly trouble: TeamTrouble | null;
  /** Hooks were missed that the stream no longer has, and nobody has dismissed that. */
  readonly hasMissed: boolean;
};

/** What of the team's stream needs a person. */
export const teamNotices = (
  { trouble, hasMissed }: TeamSituation,
  { team: words }: HostMessages,
): readonly Notice[] => [
  ...(trouble?.isFinal === true
    ? [
        {
          id: trouble.code,
          tone: 'bad' as const,
          title: words.states.offline,
          body: words.troubles[trouble.code],
          actions: [],
        },
      ]
    : []),
  ...(hasMissed
    ? [
        {
          id: 'team-missed',
          tone: 'info' as const,
          title: words.missed,
          body: words.missedMeaning,
          actions: ['dismiss' as const],
        },
      ]
    : []),
];
