import type { Clock } from '../../core/clock.ts';

/** Runs a program and gives what it printed; rejects when it cannot be run, fails, or takes too long. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string>;

export type DoNotDisturbPorts = {
  readonly run: RunProgram;
  readonly platform: NodeJS.Platform;
  /** XDG_CURRENT_DESKTOP, names with colons between. */
  readonly desktop: string | undefined;
  readonly clock: Clock;
};

/** Whether the user asked the system for silence. */
export type DoNotDisturb = {
  /** The last answer, without waiting. It asks anew for next time when that is old; false where nobody can tell. */
  isOn(): boolean;
};

type Question = {
  readonly program: string;
  readonly args: readonly string[];
  readonly isOn: (printed: string) => boolean;
};

const getProperty = [
  'call --session --timeout 2 --dest org.freedesktop.Notifications --object-path /org/freedesktop/Notifications',
  '--method org.freedesktop.DBus.Properties.Get',
].flatMap((part) => part.split(' '));

const property = (interfaceName: string, name: string): Question => ({
  program: 'gdbus',
  args: [...getProperty, interfaceName, name],
  isOn: (printed) => printed.includes('<true>'),
});

/** Where each desktop says so: Plasma’s `Inhibited` (KDE D24486), dunst’s `paused`, GNOME’s own setting. */
const questionsFor = (desktop: string | undefined): readonly Question[] => [
  property('org.freedesktop.Notifications', 'Inhibited'),
  property('org.dunstproject.cmd0', 'paused'),
  // Elsewhere the setting may be left over from a GNOME of before.
  ...((desktop ?? '').split(':').includes('GNOME')
    ? [
        {
          program: 'gsettings',
          args: ['get', 'org.gnome.desktop.notifications', 'show-banners'],
          isOn: (printed: string) => printed.trim() === 'false',
        },
      ]
    : []),
];

/** An answer counts as new for so long. */
const freshTime = 5_000;

/**
 * Reads the do-not-disturb of Linux desktops. Windows and macOS let no app know; they keep to it by themselves. What fails to
 * answer counts as no.
 */
export const createDoNotDisturb = ({ run, platform, desktop, clock }: DoNotDisturbPorts): DoNotDisturb => {
  const questions = platform === 'linux' ? questionsFor(desktop) : [];
  let isOn = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async (): Promise<void> => {
    const answers = await Promise.all(
      questions.map(async (question) => {
        try {
          return question.isOn(await run(question.program, question.args));
        } catch {
          return false;
        }
      }),
    );
    isOn = answers.includes(true);
  };
  return {
    isOn: () => {
      // A clock that was set back must not keep an answer for ever.
      if (questions.length > 0 && Math.abs(clock.now() - askedAt) >= freshTime) {
        askedAt = clock.now();
        void ask();
      }
      return isOn;
    },
  };
};
