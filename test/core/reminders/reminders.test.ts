import { describe, expect, it } from 'vitest';
import { aChange } from '../../fakes/change.ts';
import { personId } from '../../fakes/redbooth.ts';
import { hours, minutes, myTask, somebodyElse, startReminders } from './harness.ts';

const day = 24 * hours;

describe('at the hour of the settings', () => {
  it('a task of mine that is due that day is told, with its page', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23', { name: 'Book venue' }));
    await running.pass(hours - 1);
    expect(running.titles()).toEqual([]);
    await running.pass(1);
    expect(running.notifier.raised).toMatchObject([
      {
        changeIds: [],
        title: '“Book venue” is due today',
        body: 'Autumn summit · assigned to you',
        url: 'https://redbooth.com/a/#!/projects/10/tasks/7',
      },
    ]);
  });

  it('a task that was due the day before is told to be overdue', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-22', { name: 'Book venue' }));
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Book venue” is overdue']);
    expect(running.bodies()).toEqual(['Autumn summit · was due yesterday']);
  });

  it.each([
    ['due tomorrow', myTask('7', '2026-11-24')],
    ['without a due date', myTask('7', null)],
    ['resolved', myTask('7', '2026-11-23', { status: 'resolved' })],
    ['rejected', myTask('7', '2026-11-23', { status: 'rejected' })],
    ['of somebody else', myTask('7', '2026-11-23', { assignedPersonId: somebodyElse })],
    ['of nobody', myTask('7', '2026-11-23', { assignedPersonId: null })],
  ])('a task %s is not told', async (_, task) => {
    const running = await startReminders();
    running.put(task);
    await running.pass(2 * hours);
    expect(running.titles()).toEqual([]);
  });

  it.each(['new', 'open', 'hold'])('a task that is %s is told', async (status) => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23', { status }));
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('a task is told once as due and once as overdue, and never again', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    await running.pass(10 * day);
    expect(running.titles()).toEqual(['“Task 7” is due today', '“Task 7” is overdue']);
  });

  it('a task moved to another date is told anew for that date', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'), myTask('8', '2026-11-22'));
    await running.pass(2 * hours);
    for (const id of ['7', '8']) running.edit(id, { dueOn: '2026-11-25' });
    await running.pass(2 * day);
    expect(running.titles().slice(2)).toEqual(['“Task 7” is due today', '“Task 8” is due today']);
  });

  it('a task resolved and opened again is not told a second time', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    await running.pass(hours);
    running.edit('7', { status: 'resolved' });
    await running.pass(hours);
    running.edit('7', { status: 'open' });
    const again = await running.restart();
    await again.pass(4 * hours);
    expect([...running.titles(), ...again.titles()]).toEqual(['“Task 7” is due today']);
  });

  it('nothing is told when there is no such hour', async () => {
    const running = await startReminders({ hour: null });
    running.put(myTask('7', '2026-11-23'));
    await running.pass(2 * day);
    expect(running.titles()).toEqual([]);
  });

  it('only one timer waits, and it runs an hour at most', async () => {
    const running = await startReminders();
    expect(running.waiting()).toBe(1);
    await running.pass(30 * hours);
    expect(running.waiting()).toBe(1);
    await running.reminders.dispose();
    expect(running.waiting()).toBe(0);
  });
});

describe('many at once', () => {
  it('three are told one by one', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'), myTask('8', '2026-11-23'), myTask('9', '2026-11-22'));
    await running.pass(hours);
    expect(running.titles()).toHaveLength(3);
  });

  it('more are one notification that opens the window', async () => {
    const running = await startReminders();
    running.put(...['7', '8', '9', '11', '12'].map((id) => myTask(id, '2026-11-23')));
    await running.pass(hours);
    expect(running.notifier.raised).toMatchObject([
      { title: '5 tasks are due today', body: '“Task 11”, “Task 12”, “Task 7” and 2 more', url: null },
    ]);
    await running.pass(2 * hours);
    expect(running.titles()).toHaveLength(1);
  });

  it('tasks that have been overdue for long are told once, together, when the app is new', async () => {
    const running = await startReminders({ at: '2026-11-23T15:00Z', isCaughtUp: false });
    running.put(...Array.from({ length: 40 }, (_, index) => myTask(String(100 + index), '2025-01-31')));
    running.reminders.caughtUp();
    await running.pass(0);
    expect(running.titles()).toEqual(['40 tasks are overdue']);
    const again = await running.restart();
    await again.pass(3 * day);
    expect(again.titles()).toEqual([]);
    expect(running.redbooth.requests.filter((request) => request.startsWith('task'))).toEqual([]);
  });
});

describe('when the hour was missed', () => {
  it('by starting later, it is told at once', async () => {
    const running = await startReminders({ hour: null });
    running.put(myTask('7', '2026-11-23'));
    running.settings.dueReminderHour = 9;
    running.jump(5 * hours);
    const again = await running.restart();
    expect(again.titles()).toEqual(['“Task 7” is due today']);
  });

  it('by sleep, it is told at waking', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.jump(6 * hours);
    await running.wake();
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('by sleep that no system tells of, it is told within the hour', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.jump(6 * hours);
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('by sleep until the next day, the task is overdue at the hour of that day', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.jump(20 * hours);
    await running.wake();
    expect(running.titles()).toEqual([]);
    await running.pass(5 * hours);
    expect(running.titles()).toEqual(['“Task 7” is overdue']);
  });

  it('by an hour that is set earlier, it is told at once', async () => {
    const running = await startReminders({ hour: 18 });
    running.put(myTask('7', '2026-11-23'));
    running.settings.dueReminderHour = 7;
    running.reminders.check();
    await running.pass(0);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('by a clock that was slow, it is told within the hour', async () => {
    const running = await startReminders({ at: '2026-11-23T06:00Z' });
    running.put(myTask('7', '2026-11-23'));
    running.jump(4 * hours);
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });
});

describe('an hour that is set later on the same day', () => {
  it('tells what has become due until then, and nothing twice', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    await running.pass(2 * hours);
    running.settings.dueReminderHour = 15;
    running.reminders.check();
    running.put(myTask('8', '2026-11-23'));
    await running.pass(4 * hours);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Task 7” is due today', '“Task 8” is due today']);
  });
});

describe('a task that becomes due after the hour', () => {
  it('is left to the change that made it so', async () => {
    const running = await startReminders();
    await running.pass(2 * hours);
    running.put(myTask('7', '2026-11-23'));
    const again = await running.restart();
    await again.pass(8 * hours);
    expect(again.titles()).toEqual([]);
    await again.pass(15 * hours);
    expect(again.titles()).toEqual(['“Task 7” is overdue']);
  });
});

describe('a clock that is set back', () => {
  it('over the hour tells nothing twice', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'), myTask('8', '2026-11-22'));
    await running.pass(2 * hours);
    running.jump(-3 * hours);
    await running.pass(10 * hours);
    expect(running.titles()).toHaveLength(2);
  });

  it('to the day before does not make an overdue task due today again', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-22'));
    await running.pass(hours);
    running.jump(-day);
    await running.pass(2 * day);
    expect(running.titles()).toEqual(['“Task 7” is overdue']);
  });
});

describe('paused', () => {
  it('it is held until notifications go on the same day', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.isPaused = true;
    await running.pass(6 * hours);
    expect(running.titles()).toEqual([]);
    running.isPaused = false;
    running.reminders.check();
    await running.pass(0);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('over midnight, the task is overdue instead', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.isPaused = true;
    await running.pass(20 * hours);
    running.isPaused = false;
    running.reminders.check();
    await running.pass(5 * hours);
    expect(running.titles()).toEqual(['“Task 7” is overdue']);
  });

  it('while Redbooth is being asked, nothing is told either', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-24'));
    await running.pass(25 * hours - 1);
    const answer = running.redbooth.hold();
    await running.pass(1);
    running.isPaused = true;
    answer();
    await running.pass(0);
    expect(running.titles()).toEqual([]);
    running.isPaused = false;
    running.reminders.check();
    await running.pass(0);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });
});

describe('the time zone', () => {
  it.each([
    ['Europe/Berlin', '2026-11-23T08:00Z'],
    ['Asia/Kolkata', '2026-11-23T03:30Z'],
    ['Australia/Lord_Howe', '2026-11-22T22:00Z'],
    ['Asia/Kathmandu', '2026-11-23T03:15Z'],
    ['Pacific/Kiritimati', '2026-11-22T19:00Z'],
    ['Pacific/Pago_Pago', '2026-11-23T20:00Z'],
    ['America/St_Johns', '2026-11-23T12:30Z'],
  ])('of %s decides when it is nine: %s', async (zone, nine) => {
    const running = await startReminders({ at: '2026-11-22T18:00Z', zone });
    running.put(myTask('7', '2026-11-23'));
    await running.pass(Date.parse(nine) - running.now() - 1);
    expect(running.titles()).toEqual([]);
    await running.pass(1);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('that is changed to one further west may make it too early again', async () => {
    const running = await startReminders({ at: '2026-11-23T08:50Z' });
    running.put(myTask('7', '2026-11-23'));
    running.settings.timeZone = 'America/New_York';
    running.reminders.check();
    await running.pass(5 * hours);
    expect(running.titles()).toEqual([]);
    await running.pass(10 * minutes);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('has its say in the words too', async () => {
    const running = await startReminders({ at: '2026-11-23T18:00Z', zone: 'Pacific/Kiritimati', hour: 9 });
    running.put(myTask('7', '2026-11-23'));
    await running.pass(hours);
    expect(running.bodies()).toEqual(['Autumn summit · was due yesterday']);
  });

  it.each([
    // Clocks go from 2 to 3 on 29 March, and from 3 to 2 on 25 October.
    ['skipped', '2026-03-29', '2026-03-29T01:00Z'],
    ['shown twice', '2026-10-25', '2026-10-25T00:00Z'],
  ])('may have an hour that is %s on one day: told once, as soon as the clock shows it', async (_, dueOn, two) => {
    const running = await startReminders({ at: `${dueOn}T00:00Z`, zone: 'Europe/Berlin', hour: null });
    running.put(myTask('7', dueOn));
    running.jump(-2 * hours);
    running.settings.dueReminderHour = 2;
    running.reminders.check();
    await running.pass(Date.parse(two) - running.now() - 1);
    expect(running.titles()).toEqual([]);
    await running.pass(1);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
    await running.pass(8 * hours);
    expect(running.titles()).toHaveLength(1);
  });
});

describe('what was told', () => {
  it('is on disk before it is shown: a kill then tells nothing twice', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.notifier.answer = 'never';
    await running.pass(hours);
    const again = await running.restart();
    await again.pass(3 * hours);
    expect([...running.titles(), ...again.titles()]).toEqual(['“Task 7” is due today']);
  });

  it('is told later when it could not be written', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.database.exec(`CREATE TRIGGER full BEFORE INSERT ON reminder BEGIN SELECT raise(ABORT, 'disk full'); END`);
    await running.pass(hours);
    expect(running.titles()).toEqual([]);
    expect(running.log.join()).toContain('disk full');
    running.database.exec('DROP TRIGGER full');
    await running.pass(minutes);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('to one account was not told to another', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.database.exec(`INSERT INTO reminder VALUES (2, '7', 'due-today', '2026-11-23', 0)`);
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });
});

describe('while the system is not to be disturbed', () => {
  it('a reminder waits, and is told within 30 s once that is over', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.isDoNotDisturb = true;
    await running.pass(5 * hours);
    expect(running.titles()).toEqual([]);
    running.isDoNotDisturb = false;
    await running.pass(30_000);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('nothing is told either when that begins while Redbooth is being asked', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-24'));
    await running.pass(25 * hours - 1);
    const answer = running.redbooth.hold();
    await running.pass(1);
    running.isDoNotDisturb = true;
    answer();
    await running.pass(hours);
    expect(running.titles()).toEqual([]);
    running.isDoNotDisturb = false;
    await running.pass(30_000);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });
});

describe('what is muted', () => {
  // The first task is what the mutes name.
  const muted = aChange({ project: { id: '10', name: 'Autumn summit' }, organizationId: '4' }, { taskId: '7' });

  it.each([
    ['task', ['“Task 8” is due today', '“Task 9” is due today']],
    ['project', ['“Task 9” is due today']],
    ['organization', []],
  ] as const)('is not told, be it a %s', async (kind, told) => {
    const running = await startReminders();
    const elsewhere = { projectId: '20', assignedPersonId: personId('20', '1') };
    running.put(myTask('7', '2026-11-23'), myTask('8', '2026-11-23'), myTask('9', '2026-11-23', elsewhere));
    running.mutes.mute(muted, kind, null);
    await running.pass(hours);
    expect(running.titles()).toEqual(told);
  });

  it('by another account, or no longer, is told', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.mutes.mute({ ...muted, accountId: '2' }, 'task', null);
    running.mutes.mute(muted, 'project', running.now() + hours);
    await running.pass(hours);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('is told as overdue once it is muted no more', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.mutes.mute(muted, 'task', running.now() + 2 * hours);
    await running.pass(day + hours);
    expect(running.titles()).toEqual(['“Task 7” is overdue']);
  });
});
