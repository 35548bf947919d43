/** How many somebody is given at once. */
const chunkSize = 50

/**
 * Shares work out: everybody has a part of what lies together, since that shows the same documents, and who has done
 * theirs takes from the end of what others have left.
 * @returns gives somebody, by their number, what to do next; nothing when all is done
 */
export function sharedOut<Item>(items: readonly Item[], people: number): (person: number) => Item[] {
  const parts = Array.from({ length: people }, (_, person) => ({
    from: Math.floor((items.length * person) / people),
    to: Math.floor((items.length * (person + 1)) / people),
  }))
  return (person) => {
    const own = parts[person]
    if (own && own.from < own.to) {
      const from = own.from
      own.from = Math.min(own.to, from + chunkSize)
      return items.slice(from, own.from)
    }
    const longest = parts.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a))
    const to = longest.to
    longest.to = Math.max(longest.from, to - chunkSize)
    return items.slice(longest.to, to)
  }
}
