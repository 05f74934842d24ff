/** Comments that name nobody; some only look as if they did. */
export const plainWords: readonly string[] = [
  'Done except for the last page.',
  'They want an answer by Friday.',
  'Write to ada@example.com, she has the file.',
  'Price went up by 10 %, still within budget.',
  'See the notes: https://example.com/notes?by=ada',
  'Waiting for the signature.',
  'ada said so.',
  'Found a typo in the heading, fixed.\n\nTwo more on page 3.',
  '🎉',
  'Is “<b>bold</b>” meant to be there & why?',
];

/** Comments that ask somebody; `{name}` stands for the username. */
export const mentioningWords: readonly string[] = [
  '@{name} can you check the numbers?',
  'Could you have a look, @{name}? Two minutes at most.',
  '(@{name}) ready when you are.',
  'I’m stuck here — @{name}, do you still have the file?',
  '> and what does @{name} say?\nI’d ask again.',
  'Moved to next week as we said, @{name}.',
];

export const monthDescriptions: readonly string[] = [
  'Short version first, details below.',
  'See the notes of Monday’s meeting.\nAsk for two quotes.',
  'As last year, but with less paper. @ada knows more.',
  'Ask <i>twice</i>.',
];

/** What a task’s name gets at its end; few, so that names also come back. */
export const nameEndings: readonly string[] = ['', ' (v2)', ' (final)', ' – part 2', '?'];

export const newTaskNames: readonly string[] = [
  'Call the painter',
  'Measure again',
  'Compare three offers',
  'Order spare parts',
  'Draft the letter',
  'Update the plan',
  'Book the room',
  'Answer the press',
  'Check the invoice',
  'Train two colleagues',
];
