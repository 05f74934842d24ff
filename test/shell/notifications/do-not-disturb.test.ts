import { expect, it } from 'vitest';
import { createDoNotDisturb } from '../../../electron/shell/notifications/do-not-disturb.ts';
import { createFakeClock } from '../../fakes/clock.ts';

type Answers = { readonly inhibited?: string; readonly paused?: string; readonly banners?: string };

const open = (answers: Answers, platform: NodeJS.Platform = 'linux', desktop: string | undefined = 'XFCE') => {
  const clock = createFakeClock();
  const current = { ...answers };
  const asked: string[] = [];
  const doNotDisturb = createDoNotDisturb({
    platform,
    desktop,
    clock,
    run: async (program, args) => {
      const name = args.at(-1) ?? '';
      asked.push(`${program} ${name}`);
      const answer = { Inhibited: current.inhibited, paused: current.paused, 'show-banners': current.banners }[name];
      if (answer === undefined) throw new Error('No such property');
      return answer;
    },
  });
  /** Asks, lets the desktop answer, and asks again. */
  const settled = async (): Promise<boolean> => {
    doNotDisturb.isOn();
    await new Promise((resolve) => setImmediate(resolve));
    return doNotDisturb.isOn();
  };
  return { clock, current, asked, doNotDisturb, settled };
};

it.each<[string, Answers, string | undefined, boolean]>([
  ['Plasma’s is on', { inhibited: '(<true>,)\n' }, 'KDE', true],
  ['Plasma’s is off', { inhibited: '(<false>,)\n' }, 'KDE', false],
  ['dunst is paused', { paused: '(<true>,)\n' }, 'i3', true],
  ['GNOME shows no banners', { banners: 'false\n' }, 'ubuntu:GNOME', true],
  ['GNOME shows banners', { banners: 'true\n' }, 'GNOME', false],
  ['a GNOME of before left its setting', { banners: 'false\n' }, 'XFCE', false],
  ['nobody can tell', {}, undefined, false],
])('when %s: %j on %s, do-not-disturb is %s', async (_name, answers, desktop, isOn) => {
  const { settled } = open(answers, 'linux', desktop);
  expect(await settled()).toBe(isOn);
});

it('never waits: what it answers is what it heard last', async () => {
  const { doNotDisturb, settled } = open({ paused: '(<true>,)' });
  expect(doNotDisturb.isOn()).toBe(false);
  expect(await settled()).toBe(true);
});

it('asks only when it is asked, and not again for 5 s', async () => {
  const { clock, current, asked, settled } = open({ paused: '(<true>,)' });
  await clock.advance(60_000);
  expect(asked).toEqual([]);
  await settled();
  current.paused = '(<false>,)';
  expect(await settled()).toBe(true);
  expect(asked).toHaveLength(2);
  await clock.advance(5_000);
  expect(await settled()).toBe(false);
});

it.each<NodeJS.Platform>(['win32', 'darwin'])('runs nothing on %s, which lets no app know', async (platform) => {
  const { asked, settled } = open({ paused: '(<true>,)' }, platform);
  expect(await settled()).toBe(false);
  expect(asked).toEqual([]);
});
