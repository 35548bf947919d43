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

export function orderedList(items: readonly Placed[] = []): OrderedList {
  const placed = [...items]
  // Most lists are never asked for: a run that follows one edit looks at a dozen of thousands.
  let isSorted = items.length < 2
  const inTime = () => {
    if (!isSorted) placed.sort(inOrder)
    isSorted = true
    return placed
  }
  const indexOf = (item: Placed) => {
    const all = inTime()
    let low = 0
    let high = all.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = all[middle]
      if (other !== undefined && inOrder(other, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    size: () => placed.length,
    idAt: (index) => inTime()[index]?.id,
    first: () => inTime()[0],
    indexOf,
    insert: (item) => {
      placed.splice(indexOf(item), 0, item)
    },
    remove(item) {
      const index = indexOf(item)
      if (placed[index]?.id === item.id) placed.splice(index, 1)
    },
    ids: (start, end) =>
      inTime()
        .slice(Math.max(0, start), Math.max(0, end))
        .map(({ id }) => id),
    items: inTime,
  }
}

function inOrder(a: Placed, b: Placed): number {
  return a.at - b.at || compare(a.id, b.id)
}

/** By code units, so that no machine's locale can change the order. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
