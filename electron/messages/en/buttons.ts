/** The buttons of a notification. */
export const buttons = {
  resolve: 'Mark resolved',
  reopen: 'Reopen',
  /** The field to type a comment into. */
  comment: 'Comment',
  mute: 'Mute for a day',
  open: 'Open',
};
