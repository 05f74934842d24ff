/** Whether `body` names `@username` as a word of its own. */
export const mentions = (body: string, username: string): boolean =>
  body.split(/[^\w@.-]+/).some((word) => word.replace(/[.-]+$/, '').toLowerCase() === `@${username.toLowerCase()}`);
