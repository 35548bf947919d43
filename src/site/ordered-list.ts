/** Something with a place in a list: by its moment, in milliseconds since 1970, and within one moment by its id. */
export type Placed = { readonly id: string; readonly at: number }

/** A list that stays in order, oldest first, while things come and go. Finding a place takes a logarithmic time. */
export type OrderedList = {
  size(): number
  /** The id at an index; undefined beyond the ends. */
  idAt(index: number): string | undefined
  first(): Placed | undefined
  /** @returns where it stands, or would stand */
  indexOf(item: Placed): number
  insert(item: Placed): void
  remove(item: Placed): void
  /** From `start` up to, but not including, `end`; what lies beyond the ends is left out. */
  ids(start: number, end: number): string[]
  items(): readonly Placed[]
}

/** @param items in order */
export function orderedList(items: readonly Placed[] = []): OrderedList {
  const placed = [...items]
  const indexOf = (item: Placed) => {
    let low = 0
    let high = placed.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = placed[middle]
      if (other !== undefined && inOrder(other, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    size: () => placed.length,
    idAt: (index) => placed[index]?.id,
    first: () => placed[0],
    indexOf,
    insert: (item) => {
      placed.splice(indexOf(item), 0, item)
    },
    remove(item) {
      const index = indexOf(item)
      if (placed[index]?.id === item.id) placed.splice(index, 1)
    },
    ids: (start, end) => placed.slice(Math.max(0, start), Math.max(0, end)).map(({ id }) => id),
    items: () => placed,
  }
}

/** Earlier first. */
export function inOrder(a: Placed, b: Placed): number {
  return a.at - b.at || compare(a.id, b.id)
}

/** By code units, so that no machine's locale can change the order. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
