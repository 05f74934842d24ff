import {
  array,
  assert,
  bigInt,
  constant,
  constantFrom,
  integer,
  json,
  object,
  oneof,
  option,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRules, portableKeys } from '../../../electron/contract/index.ts';
import { pick, readSettingsText, settingsText } from '../../../electron/core/settings/settings-file-text.ts';
import { defaultSettings, settingsSchema } from '../../../electron/core/settings/settings.ts';

/** Settings that stay on the computer: whoever adds a setting decides here whether it goes along. */
const ofTheMachine = [
  'tunnel',
  'tunnelHost',
  'publicUrl',
  'redbooth',
  'catchUpSeconds',
  'hookSource',
  'teamServers',
  'teamCredentialsFile',
  'teamCertificatesFile',
  'signInPort',
  'allowsWeakStorage',
  'pause',
  'welcomed',
  'windowBounds',
];

const text = (settings: unknown, version: unknown = 1): string =>
  JSON.stringify({ format: 'redbooth-notifier-settings', version, settings });

describe('a file of settings', () => {
  it('has every setting but those of the machine', () => {
    expect([...portableKeys, ...ofTheMachine].toSorted()).toEqual(Object.keys(settingsSchema.entries).toSorted());
  });

  it('holds no address and nothing secret', () => {
    const settings = { ...defaultSettings(), publicUrl: 'https://me.example/secret', redbooth: 'https://my.example' };
    expect(settingsText(pick(settings, portableKeys))).not.toMatch(/https?:|secret/);
  });

  it('gives back what was put into it', () => {
    const hour = option(integer({ min: 0, max: 23 }));
    const time = tuple(integer({ min: 0, max: 23 }), integer({ min: 0, max: 59 })).map((parts) =>
      parts.map((part) => String(part).padStart(2, '0')).join(':'),
    );
    const level = constantFrom('notify', 'list', 'ignore');
    assert(
      property(
        record({
          dueReminderHour: hour,
          theme: constantFrom('system', 'light', 'dark'),
          language: constantFrom('system', 'en', 'es'),
          historyDays: integer({ min: 1, max: 3_650 }),
          chosenProjects: array(bigInt({ min: 0n, max: 10n ** 18n }).map(String), { maxLength: 20 }),
          quietHours: array(record({ days: constant(['mon', 'sun'] as const), from: time, to: time }), {
            maxLength: 5,
          }),
          comment: record({ mine: level, watched: level, chosen: level, other: level }),
        }),
        ({ comment, quietHours, ...rest }) => {
          const settings = {
            ...defaultSettings(),
            ...rest,
            quietHours: quietHours.map(({ days, ...hours }) => ({ ...hours, days: [...days] })),
            rules: { ...defaultRules(), comment },
          };
          const portable = pick(settings, portableKeys);
          expect(readSettingsText(settingsText(portable))).toEqual({
            ok: true,
            value: { settings: portable, unknown: [], ofTheMachine: [] },
          });
        },
      ),
    );
  });

  it('never throws and never lets in what is no setting, whatever is in it', () => {
    assert(
      property(
        oneof(
          string(),
          json(),
          object({ withNullPrototype: true }).map((it) => text(it)),
        ),
        (any) => {
          const read = readSettingsText(any);
          if (read.ok) for (const key of Object.keys(read.value.settings)) expect(portableKeys).toContain(key);
        },
      ),
    );
    expect(Object.hasOwn(Object.prototype, 'theme')).toBe(false);
  });

  it.each<[string, string, unknown]>([
    ['no JSON', 'theme = dark', { kind: 'not-settings' }],
    ['cut off', text({ theme: 'dark' }).slice(0, -3), { kind: 'not-settings' }],
    ['another format', JSON.stringify({ format: 'slack', version: 1, settings: {} }), { kind: 'not-settings' }],
    ['a list for settings', text(['dark']), { kind: 'not-settings' }],
    ['no settings', text(null), { kind: 'not-settings' }],
    ['a version that is none', text({}, 'new'), { kind: 'not-settings' }],
    ['far too long', text({ chosenProjects: Array.from({ length: 200_000 }, () => '1234567') }), { kind: 'too-long' }],
    ['a value of another type', text({ historyDays: '30' }), { kind: 'invalid', key: 'historyDays' }],
    ['a value beyond its limits', text({ historyDays: 1e9 }), { kind: 'invalid', key: 'historyDays' }],
    [
      'a rule there is not',
      text({ rules: { comment: { mine: 'shout' } } }),
      { kind: 'invalid', key: 'rules.comment.mine' },
    ],
    ['a subject there is not', text({ rules: { comments: {} } }), { kind: 'invalid', key: 'rules.comments' }],
    [
      'more projects than can be chosen',
      text({ chosenProjects: Array.from({ length: 501 }, () => '1') }),
      { kind: 'invalid', key: 'chosenProjects' },
    ],
  ])('is refused, with the key where there is one: %s', (_what, file, failure) => {
    expect(readSettingsText(file)).toEqual({ ok: false, failure });
  });

  it('names what it passes over: of a newer version, of the prototype, of another machine', () => {
    const file = `{"format":"redbooth-notifier-settings","version":9,"settings":{"theme":"dark","telepathy":1,"__proto__":{"theme":"light"},"constructor":2,"publicUrl":"https://evil.example","windowBounds":null}}`;
    expect(readSettingsText(file)).toEqual({
      ok: true,
      value: {
        settings: { theme: 'dark' },
        unknown: ['telepathy', '__proto__', 'constructor'],
        ofTheMachine: ['publicUrl', 'windowBounds'],
      },
    });
  });

  it('names at most 20 of them, and none at length', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${'x'.repeat(100)}${index}`, 1]));
    const read = readSettingsText(text(many));
    expect(read.ok && read.value.unknown.length).toBe(20);
    expect(read.ok && Math.max(...read.value.unknown.map(({ length }) => length))).toBe(60);
  });
});
