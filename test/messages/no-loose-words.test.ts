import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/*
 * What the page says stands in its message tables, and nowhere else: a literal with letters that somebody may see or hear is in
 * English whatever language the page speaks.
 */

/** Attributes, and properties of our own components, that nobody sees or hears. Any other may not be a literal with letters. */
const unseenAttributes = new Set(
  [
    'align aria-autocomplete aria-hidden aria-controls aria-current aria-describedby aria-haspopup aria-labelledby aria-live aria-pressed',
    'autocapitalize autocomplete bodyKey class dateTime fill focusable for href id inputMode item key kind lang looks name pattern place ref rel',
    'role scope section size state stroke stroke-linecap stroke-linejoin stroke-width target tunnel type value viewBox where xmlns',
    'accept d style start tag',
  ].flatMap((names) => names.split(' ')),
);

const allowed: ReadonlyMap<string, string> = new Map([
  ['Redbooth Notifier', 'the name of the product'],
  ['redbooth-notifier --ui-link', 'a command, typed as it stands'],
  ['https://localtunnel.me', 'an address'],
  ['https://hooks.example.com', 'an address'],
  ['nats://hooks.example.com:4222', 'an address'],
  ['Enter', 'a key, as browsers name it'],
  ['Escape', 'a key, as browsers name it'],
  ['Home', 'a key, as browsers name it'],
  ['End', 'a key, as browsers name it'],
  ['Esc', 'a key, as keyboards of either language name it'],
  ['Ctrl+', 'a key, as keyboards of either language name it'],
  ['BL', 'initials, in a picture of a notification'],
  ['Notification', 'the browser’s own name of a part of it'],
]);

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const partsOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

const textOf = (node: Node): string | null => {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'JSXText' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateElement') return null;
  const { value } = node;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null;
};

/** What a choice is told apart by, beside its words. */
const isUnseen = ({ key }: Node): boolean => isNode(key) && key['name'] === 'value';

/** The texts that an expression may come to; what is compared, called or computed is not looked into. */
const outcomes = (node: unknown): readonly string[] => {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return outcomes(node['expression']);
    case 'ConditionalExpression':
      return [...outcomes(node['consequent']), ...outcomes(node['alternate'])];
    case 'LogicalExpression':
      return [...outcomes(node['left']), ...outcomes(node['right'])];
    case 'BinaryExpression':
      return node['operator'] === '+' ? [...outcomes(node['left']), ...outcomes(node['right'])] : [];
    case 'TemplateLiteral':
    case 'ArrayExpression':
      return partsOf(node).flatMap(outcomes);
    case 'ObjectExpression':
      return partsOf(node).flatMap((property) => (isUnseen(property) ? [] : outcomes(property['value'])));
    default: {
      const text = textOf(node);
      return text === null ? [] : [text];
    }
  }
};

const nameOf = (attribute: Node): string => {
  const { name } = attribute;
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : '';
};

/** A capital and small letters after it, as a sentence or a label begins. */
const looksLikeWords = /^\s*\p{Lu}\p{Ll}+(?=$|[\s…?.:,])/u;
const hasLetters = /\p{L}/u;

const looseWords = (node: Node): readonly string[] => {
  // Bugs are told to whoever mends them.
  if (node.type === 'ThrowStatement' || node.type === 'ImportDeclaration') return [];
  const below = partsOf(node).flatMap(looseWords);
  if (node.type === 'JSXAttribute') {
    const name = nameOf(node);
    if (unseenAttributes.has(name) || name.startsWith('data-')) return below;
    return [...outcomes(node['value']).filter((text) => hasLetters.test(text)), ...below];
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const children = Array.isArray(node['children']) ? node['children'] : [];
    return [...children.flatMap(outcomes).filter((text) => hasLetters.test(text)), ...below];
  }
  const text = textOf(node);
  return text !== null && looksLikeWords.test(text) ? [text, ...below] : below;
};

const looseWordsOf = (path: string, source: string): readonly string[] => {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0 || !isNode(program)) throw new Error(`${path} cannot be parsed.`);
  return [...new Set(looseWords(program).map((text) => text.trim()))].filter((text) => !allowed.has(text));
};

const renderer = fileURLToPath(new URL('../../renderer/', import.meta.url));
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.startsWith('messages'),
);

describe('the page says nothing beside its message tables', () => {
  it.each(files)('in %s', (path) => {
    expect(looseWordsOf(path, readFileSync(join(renderer, path), 'utf8'))).toEqual([]);
  });
});

describe('loose words', () => {
  it.each([
    ['a text', '<p>Hello</p>', ['Hello']],
    ['a text by condition', '<p>{isOn && (isLate ? "late" : words.early)}</p>', ['late']],
    ['a text with a name in it', '<p>{`of ${name}`}</p>', ['of']],
    ['an attribute', '<p title="more" class="soft" data-next="yes" />', ['more']],
    ['an attribute by condition', '<p aria-label={isOn ? `Mute ${name}` : words.off} />', ['Mute']],
    ['a property of several words', '<Toggle words={{ open: "show", close: words.hide }} />', ['show']],
    ['a table of words', 'const kinds = { task: "Task", name: "task" };', ['Task']],
    ['a sentence that is said', 'store.say("Done now")', ['Done now']],
    ['a sentence with a name in it', 'const said = `Muted ${name}`;', ['Muted']],
  ])('are found: %s', (_, source, found) => expect(looseWordsOf('a.tsx', source)).toEqual(found));

  it.each([
    ['what a click asks for', '<p onClick={() => run("pause")} />'],
    ['what something is compared with', '<p>{state === "paused" && words.paused}</p>'],
    ['what a choice is told apart by', '<Select choices={[{ value: "dark", words: words.dark }]} />'],
    ['punctuation', '<p>{a} · {b}</p>'],
    ['the name of the product', '<h1>Redbooth Notifier</h1>'],
    ['the words of a bug', 'throw new Error("A view was drawn outside the page.");'],
  ])('are not %s', (_, source) => expect(looseWordsOf('a.tsx', source)).toEqual([]));
});
