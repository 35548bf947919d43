/**
 * Lists are divided into stable pages: full pages of `size` from the oldest on, numbered from 1, which never change
 * when something new comes, and a head page that holds the newest `size` to `2 * size - 1` (or all, where there are
 * fewer).
 * @returns how many full pages there are besides the head page
 */
export function fullPages(length: number, size: number): number {
  return Math.max(0, Math.floor(length / size) - 1)
}

/** Which items of a list, counted from the oldest, stand on a page; `page` undefined is the head page. */
export function rangeOf(
  page: number | undefined,
  length: number,
  size: number,
): [start: number, end: number] {
  if (page !== undefined) return [(page - 1) * size, page * size]
  return [fullPages(length, size) * size, length]
}
