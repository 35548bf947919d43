/** One page of a list. Page numbers count from the oldest page, which is 1 and never changes again. */
export type ListPage<T> = {
  items: T[]
  /** undefined for the head page, which has the list's own address and holds the newest items. */
  number: number | undefined
}

/**
 * Divides a list, newest first, into stable pages: full pages of `size` from the oldest on, and a head page that
 * holds the newest `size` to `2 * size - 1` (or all, where there are fewer). A new item changes the head page only.
 * @returns the head page first, then the older ones
 */
export function stablePages<T>(newestFirst: readonly T[], size: number): ListPage<T>[] {
  const fullPages = Math.max(0, Math.floor(newestFirst.length / size) - 1)
  const headLength = newestFirst.length - fullPages * size
  const head: ListPage<T> = { items: newestFirst.slice(0, headLength), number: undefined }
  const older = Array.from({ length: fullPages }, (_, index): ListPage<T> => {
    const start = headLength + index * size
    return { items: newestFirst.slice(start, start + size), number: fullPages - index }
  })
  return [head, ...older]
}
