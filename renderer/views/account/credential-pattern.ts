/** What an id or a secret of an application looks like: visible ASCII, with whatever spaces were copied along with it. */
export const credentialPattern = String.raw`\s*[\x21-\x7e]{1,400}\s*`;
