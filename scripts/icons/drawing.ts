/** A picture to be drawn: `size` pixels wide and high. */
export type Drawing = { readonly name: string; readonly svg: string; readonly size: number };
