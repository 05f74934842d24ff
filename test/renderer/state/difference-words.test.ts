import { describe, expect, it } from 'vitest';
import { type SettingsDifference, defaultRules } from '../../../electron/contract/index.ts';
import { english as page } from '../../../renderer/messages/en/index.ts';
import { settings } from '../../../renderer/messages/en/settings.ts';
import { spanish as spanishPage } from '../../../renderer/messages/es/index.ts';
import { settings as spanishSettings } from '../../../renderer/messages/es/settings.ts';
import { deletesHistory, differenceLines } from '../../../renderer/state/difference-words.ts';

const english = { ...page, settings };
const spanish = { ...spanishPage, settings: spanishSettings };

type Values = SettingsDifference['before'];

const quietTime = { days: ['mon' as const], from: '18:00', to: '08:00' };
const rules = { ...defaultRules(), other: { ...defaultRules().other, mine: 'ignore' as const } };

describe('what would change, in words', () => {
  it.each<[Values, Values, string, string, string]>([
    [{ theme: 'dark' }, { theme: 'system' }, 'Theme', 'Dark → As the system has it', 'Oscuro → El del sistema'],
    [
      { language: 'system' },
      { language: 'es' },
      'Language',
      'As the system has it → Español',
      'El del sistema → Español',
    ],
    [
      { notificationSound: 'system' },
      { notificationSound: 'none' },
      'Sound',
      'The system’s own → None',
      'El del sistema → Ninguno',
    ],
    [{ notificationSound: 'none' }, { notificationSound: 'drop' }, 'Sound', 'None → Drop', 'Ninguno → Gota'],
    [{ historyDays: 365 }, { historyDays: 7 }, 'Keep changes for', '1 year → 7 days', '1 año → 7 días'],
    [{ chosenProjects: [] }, { chosenProjects: ['1'] }, 'Chosen projects', 'None → 1 project', 'Ninguno → 1 proyecto'],
    [
      { quietHours: [] },
      { quietHours: [quietTime, quietTime] },
      'Quiet hours',
      'None → 2 times',
      'Ninguna → 2 franjas',
    ],
    [
      { chosenProjects: ['1'] },
      { chosenProjects: ['2'] },
      'Chosen projects',
      'Another choice of the same length',
      'Otra selección de la misma longitud',
    ],
    [{ rules: defaultRules() }, { rules }, 'What changes', '1 rule', '1 regla'],
    [{ dueReminderHour: null }, { dueReminderHour: 9 }, 'Remind me of due tasks', 'Never → 9:00', 'Nunca → 9:00'],
  ])('says from what to what, in both languages: %o', (before, after, label, words, spanishWords) => {
    expect(differenceLines({ before, after }, english, 'en-GB')).toMatchObject([{ label, words }]);
    expect(differenceLines({ before, after }, spanish, 'es')).toMatchObject([{ words: spanishWords }]);
  });

  it.each<[Values, Values, boolean]>([
    [{ historyDays: 90 }, { historyDays: 30 }, true],
    [{ historyChanges: 50_000 }, { historyChanges: 1_000 }, true],
    [{ historyDays: 30 }, { historyDays: 90 }, false],
    [{ theme: 'dark' }, { theme: 'light' }, false],
  ])('warns where less of the history would be kept: %o to %o', (before, after, deletes) => {
    expect(deletesHistory({ before, after })).toBe(deletes);
  });
});
