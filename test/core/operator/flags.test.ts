import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagTable, isForeignArgument, parseFlags } from '../../../electron/core/operator/flags.ts';

const line = (...given: readonly string[]): string => {
  const flags = parseFlags(given);
  return flags.ok ? 'taken' : flags.failure;
};

describe('flags', () => {
  it('are read with their values, after a space or an equals sign', () => {
    const given = ['--data-dir', '/tmp/x', '--tunnel=url', '--public-url=https://a.example/?b=c', '--json', '--demo'];
    expect(parseFlags(given)).toEqual({
      ok: true,
      value: {
        'data-dir': '/tmp/x',
        tunnel: 'url',
        'public-url': 'https://a.example/?b=c',
        json: true,
        demo: true,
      },
    });
  });

  it('may be none', () => {
    expect(parseFlags([])).toEqual({ ok: true, value: {} });
  });

  it.each(Object.entries(flagTable).filter(([, { kind }]) => kind === 'value'))(
    'that need a value say so without one: --%s',
    (name, { value }) => {
      const needs = `--${name} needs a value: --${name} ${value}`;
      expect(line(`--${name}`)).toBe(needs);
      expect(line(`--${name}`, '')).toBe(needs);
      expect(line(`--${name}=`)).toBe(needs);
      expect(line(`--${name}`, '--json')).toBe(needs);
    },
  );

  it.each(Object.entries(flagTable).filter(([, { kind }]) => kind === 'switch'))(
    'that are switches take no value: --%s',
    (name) => {
      expect(line(`--${name}=1`)).toBe(`--${name} takes no value`);
      expect(line(`--${name}`, 'yes')).toBe('yes is not a flag of this app; --help lists them');
    },
  );

  it.each(Object.entries(flagTable))('are not given twice: --%s', (name, { kind }) => {
    const once = kind === 'switch' ? [`--${name}`] : [`--${name}`, 'x'];
    expect(line(...once, ...once)).toBe(`--${name} is given twice`);
  });

  it.each(['--nonsense', '--hiden', '-j', 'settings.json', '--', '--JSON', '--constructor', '--__proto__'])(
    'that are unknown are named: %s',
    (argument) => {
      expect(line('--json', argument)).toBe(`${argument} is not a flag of this app; --help lists them`);
    },
  );

  it('that are empty are named too', () => {
    expect(line('')).toBe('An empty argument is not a flag of this app; --help lists them');
  });

  it('fail with one line whatever is given', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (given) => {
        expect(line(...given)).not.toMatch(/[\r\n\u2028\u2029]/);
      }),
      { seed: 4 },
    );
    expect(line('--oops\nsecond line')).toBe('--oops second line is not a flag of this app; --help lists them');
  });
});

describe('on the desktop', () => {
  it.each([
    'redbooth-notifier://open/7',
    '--no-sandbox',
    '--inspect=9229',
    '--remote-debugging-port=0',
    '--enable-features=X',
    '--disable-gpu',
    '--ozone-platform=wayland',
    '--user-data-dir=/tmp/x',
    '--lang=de',
    '--password-store=basic',
    '--original-process-start-time=1',
    '--allow-file-access-from-files',
  ])('what belongs to Chromium, Node or the system is let through: %s', (argument) => {
    expect(parseFlags(['--json', argument], isForeignArgument)).toEqual({ ok: true, value: { json: true } });
  });

  it.each([
    '--hiden',
    '--jsn',
    '--data-dirr',
    '--ui_port=1',
    '--tunel',
    '--redboth',
    'https://redbooth.com/',
    '--exprt',
  ])('a slip of the pen is still one: %s', (argument) => {
    expect(isForeignArgument(argument)).toBe(false);
  });

  it('a flag of ours is never taken for a foreign one', () => {
    expect(parseFlags(['--hidden=1'], () => true)).toEqual({ ok: false, failure: '--hidden takes no value' });
  });

  it('the headless host lets nothing through', () => {
    expect(line('--no-sandbox')).toContain('--no-sandbox');
  });
});
