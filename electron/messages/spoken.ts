/** A day as sentences name it: “today”, “Wednesday”, “3 Dec”. Languages put different words around an adverb and around a name. */
export type SpokenDay = { readonly words: string; readonly isAdverb: boolean; readonly isPast: boolean };

/** Who did something: the reader, somebody by name, or somebody unknown (null). */
export type Doer = { readonly isReader: boolean; readonly name: string | null };

/** Until when, as a time of day, of another day than today where there is one. */
export type SpokenMoment = { readonly day: SpokenDay | null; readonly time: string };
