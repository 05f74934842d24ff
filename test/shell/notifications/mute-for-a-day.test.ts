import { EventEmitter } from 'node:events';
import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';
import { muteSchema } from '../../../electron/contract/index.ts';
import { createNotificationAnswers } from '../../../electron/shell/notifications/answer-notifications.ts';
import { buttonSupport } from '../../../electron/shell/notifications/buttons.ts';
import { createDesktopNotifier } from '../../../electron/shell/notifications/desktop-notifier.ts';
import type { NativeOptions } from '../../../electron/shell/notifications/native-notification.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { english } from '../../../electron/messages/en/index.ts';
import { startApp } from '../../core/app/whole-app.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createMemoryLog } from '../memory-log.ts';

const day = 24 * 3_600_000;

/** The app on a desktop with buttons; Bo has assigned Ada a task, which was told. */
const start = async () => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock });
  onTestFinished(() => simulator.dispose());
  const whole = await startApp({
    clock,
    fetch: simulator.fetch,
    settings: { redbooth: simulator.origin(), dueReminderHour: null },
    accessToken: simulator.signIn('ada').accessToken,
  });
  const log = createMemoryLog();
  const nothing = (): void => undefined;
  const answers = createNotificationAnswers({ app: whole.app, showWindow: nothing, showTold: nothing, log });
  const shown: { readonly options: NativeOptions; readonly events: EventEmitter }[] = [];
  const desktop = createDesktopNotifier({
    isSupported: () => true,
    createNotification: (options) => {
      const events = new EventEmitter();
      shown.push({ options, events });
      return {
        on: (event: string, listener: (...given: never[]) => void) =>
          events.on(event, (...given: unknown[]) => void Reflect.apply(listener, undefined, given)),
        show: () => void events.emit('show'),
        close: () => void events.emit('close', {}),
      };
    },
    onClick: (id) => void answers.click(id),
    onAction: (id, action, text) => void answers.press(id, action, text),
    buttons: buttonSupport('linux', '45.4.1'),
    lateClicks: { outliveApp: false, history: async () => [], onActivation: nothing },
    owner: 'test',
    playSound: () => undefined,
    icon: null,
    platform: 'linux',
    clock,
    log,
  });
  whole.notifier.onRaise = (raised) =>
    void desktop.show({ ...raised, isSilent: false, sound: null, buttonWords: english.buttons });
  await whole.line((line) => line.event === 'account' && line.state === 'signed-in');
  simulator.attachHook(whole.localUrl);
  const pass = async (): Promise<void> => {
    await simulator.hooksIdle();
    for (let passed = 0; passed < 60_000; passed += 5_000) await clock.advance(5_000);
  };
  const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  await pass();
  return {
    ...whole,
    clock,
    shown,
    /** Presses a button by its words. */
    press: async (words: string): Promise<void> => {
      const native = shown.at(-1);
      const actionIndex = native?.options.actions?.findIndex(({ text }) => text === words) ?? -1;
      native?.events.emit('action', { actionIndex }, actionIndex);
      await clock.advance(0);
    },
    comment: async (body: string): Promise<void> => {
      simulator.comment(taskId, body, 'bo');
      await pass();
    },
    mutes: async () => v.parse(v.array(muteSchema), await whole.ask('mutes', null)),
  };
};

it('“Mute for a day” on a notification mutes its task, until that is taken back in the settings', async () => {
  const started = await start();
  const { app, clock, shown, press, comment, mutes } = started;
  expect(app.overview().unread).toBe(1);
  const pressed = clock.now();
  await press('Mute for a day');
  expect(await mutes()).toMatchObject([{ kind: 'task', label: '“Book venue”', until: pressed + day }]);
  expect(app.overview().unread).toBe(0);
  await comment('Please, @ada');
  expect(shown).toHaveLength(1);

  const { notificationMute } = app.overview();
  expect(notificationMute).toMatchObject({ until: pressed + day, readAt: expect.any(Number) });
  for (const { id } of await mutes()) await started.ask('unmute', { id });
  expect(await mutes()).toEqual([]);
  expect(app.overview().notificationMute).toBeNull();
  await comment('Still there, @ada?');
  expect(shown).toHaveLength(2);
});
