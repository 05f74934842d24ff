/** What the team works on and says. Each name is used once before any comes again. */
export const taskNames: Readonly<Record<string, readonly string[]>> = {
  'Website relaunch': [
    'Check the contact form',
    'Favicon in two sizes',
    'Shorten the cookie notice',
    'Alt texts for the gallery',
    'Speed of the start page',
    'Translate the footer',
    'Freeze the old blog',
    'Newsletter sign-up',
    'Proofread the press page',
    'Test with a screen reader',
    'Map on the visit page',
    'Archive the 2019 news',
  ],
  'Autumn summit': [
    'Confirm the keynote',
    'Signs for the foyer',
    'Hotel block for speakers',
    'Draft the invitation',
    'Seating for the dinner',
    'Microphones and a spare',
    'Print the programme',
    'Thank-you cards',
    'Rehearsal on Thursday',
    'Vegetarian options',
    'Photographer for both days',
    'Feedback form',
  ],
  'Office move': [
    'Label the boxes',
    'Quotes from three movers',
    'Cancel the water cooler',
    'Plan of the server cupboard',
    'New address on invoices',
    'Parking permit for the van',
    'Donate the old chairs',
    'Plants: who takes which',
    'Doorbell and post box',
    'Insurance for the day',
    'Fire drill in the new rooms',
    'Internet from day one',
  ],
};

/** Comments that ask something of Ada. */
export const mentionsOfAda: readonly string[] = [
  '@ada what do you think of the second version?',
  'Could you have a look at this before lunch, @ada? Two minutes at most.',
  '@ada the numbers are in. I’d go with the cheaper one.',
  'I’m stuck here. @ada do you still have last year’s file?',
  '@ada can I close this?',
  'Moved to next week as we said, @ada.',
];

/** Comments that name nobody. */
export const remarks: readonly string[] = [
  'First draft is in the folder.',
  'Called them twice, nobody picks up. I’ll try again tomorrow.',
  'Looks good to me.',
  'Done except for the last page.',
  'They want an answer by Friday.',
  'Let’s keep it simple this time.',
  'I’ve put the photos next to the text.',
  'Price went up by ten per cent, still within budget.',
  'Waiting for the signature.',
  'Found a typo in the heading, fixed.',
];

export const descriptions: readonly string[] = [
  'Short version first, details below.',
  'See the notes of Monday’s meeting.',
  'Ask for two quotes and take the quicker one.',
  'As last year, but with less paper.',
];
