/** A text as it begins a sentence: some languages write the names of days small. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
