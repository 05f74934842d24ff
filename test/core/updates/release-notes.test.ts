import { expect, test } from 'vitest';
import { plainNotes } from '../../../electron/core/updates/release-notes.ts';

test.each([
  ['Markdown stays as it is', '## 1.1\n\n- Less *noise*\n', '## 1.1\n\n- Less *noise*'],
  [
    'HTML loses its tags, and keeps its lines',
    '<h2>1.1</h2><ul>\n<li>Less <b>noise</b></li>\n<li>More</li></ul>',
    '1.1\n– Less noise\n– More',
  ],
  ['entities become their characters', 'a &lt;b&gt; &amp; c&nbsp;&#39;d&#x27;', "a <b> & c 'd'"],
  ['an entity is read once', '&amp;lt;script&amp;gt;', '&lt;script&gt;'],
  ['a script goes with what is in it', 'One<script>alert(1)</script> two', 'One two'],
  ['a script without an end goes to the end', 'One<script>alert(1)', 'One'],
  ['a comment is none of the notes', 'One<!-- x --> two', 'One two'],
  ['what only looks like a tag is text', 'a < b and c > d', 'a < b and c > d'],
  [
    'a tag inside a tag leaves text that is no tag of ours',
    '<<b>img src=x onerror=alert(1)>',
    '<img src=x onerror=alert(1)>',
  ],
  ['characters that turn the text around are dropped', 'safe\u202Eexe.txt', 'safeexe.txt'],
  ['control characters are dropped', 'a\u0000\u001B[31mb', 'a [31mb'],
  ['an impossible character is a space', 'a&#9999999;b', 'a b'],
  ['nothing is nothing', '', ''],
])('%s', (_words, notes, text) => {
  expect(plainNotes(notes)).toBe(text);
});

test('long notes end with an ellipsis', () => {
  const text = plainNotes('word '.repeat(100_000));
  expect(text.length).toBeLessThanOrEqual(4_000);
  expect(text.endsWith('…')).toBe(true);
});
