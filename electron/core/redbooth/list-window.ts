/** One page of a list: what to ask for, and which row (from 0) it starts with. */
export type ListWindow = { readonly page: number; readonly perPage: number; readonly start: number };

/**
 * The page that starts at row `from` or above it and reaches furthest below. Pages can only start at multiples of their
 * size, so the size gives way: down to half of `perPage`. It always reaches below `from`.
 */
export const windowAt = (from: number, perPage: number): ListWindow => {
  let best: ListWindow = { page: 1, perPage, start: 0 };
  let furthest = 0;
  for (let size = perPage; size >= Math.ceil(perPage / 2); size -= 1) {
    const page = Math.floor(from / size) + 1;
    if (page * size <= furthest) continue;
    furthest = page * size;
    best = { page, perPage: size, start: (page - 1) * size };
  }
  return best;
};
