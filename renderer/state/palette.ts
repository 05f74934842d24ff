/** How many colours the style sheet holds for avatars and for projects. */
export const paletteSize = 12;

/** Always the same colour for the same id: FNV-1a over its characters, then one of the palette. */
export const paletteIndex = (id: string): number => {
  let hash = 0x81_1c_9d_c5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  return (hash >>> 0) % paletteSize;
};
