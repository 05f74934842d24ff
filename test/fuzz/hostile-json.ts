import * as fc from 'fast-check';

/** Texts that have broken programs before, among others. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\uD800',
    '\u202Egpj.exe',
    '\r\nSet-Cookie: a=b',
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(1)</script>',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '../../../etc/passwd',
    "1'; DROP TABLE hook; --",
    '__proto__',
    'constructor',
    '${7*7}{{7*7}}%s%n',
    '9'.repeat(25),
    '٤٨',
    '𝟜𝟠',
    'é'.repeat(300),
    'x'.repeat(20_000),
    '👨‍👩‍👧‍👦'.repeat(200),
  ),
);

/** Any value of JSON, the odd ones first. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1, 1.5, 1e308, -1e308, 2 ** 53, 4_102_444_800, [], {}, [[]]),
  fc.integer(),
  hostileText,
  fc.jsonValue({ maxDepth: 3 }),
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type JsonEdit = { readonly place: number; readonly how: 'replace' | 'drop' | 'add' | 'nest'; readonly value: unknown };

const edited = (sample: Readonly<Record<string, unknown>>, edits: readonly JsonEdit[]): Record<string, unknown> =>
  edits.reduce<Record<string, unknown>>(
    (before, { place, how, value }) => {
      const keys = Object.keys(before);
      const key = keys[place % Math.max(1, keys.length)] ?? 'id';
      const inner = before[key];
      if (how === 'drop') return Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
      if (how === 'add') return { ...before, [typeof value === 'string' ? value : 'more']: value };
      if (how === 'nest') return { ...before, [key]: isObject(inner) ? { ...inner, ...before } : [inner] };
      return { ...before, [key]: value };
    },
    { ...sample },
  );

/** One of the samples with a few things wrong in it. */
export const damaged = (samples: readonly Readonly<Record<string, unknown>>[]): fc.Arbitrary<unknown> =>
  fc
    .record({
      sample: fc.constantFrom(...samples),
      edits: fc.array(
        fc.record({
          place: fc.nat(50),
          how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'nest'),
          value: hostileValue,
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ sample, edits }) => edited(sample, edits));

/** JSON as text, sometimes broken off or with a wrong character in it. */
export const asDamagedText = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(
      value,
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      ),
      hostileText,
    )
    .map(([whole, place, text]) => {
      const written = JSON.stringify(whole) ?? '';
      if (place === null) return written;
      const at = Math.floor(place * written.length);
      return place < 0.5 ? written.slice(0, at) : `${written.slice(0, at)}${text}${written.slice(at)}`;
    });
