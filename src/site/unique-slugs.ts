type WithSlug = { _id: string; _type: string; _createdAt: string; slug: string }

/**
 * Keeps one document for each slug: the one created first. A notice names the other.
 */
export function uniqueBySlug<T extends WithSlug>(documents: readonly T[], notices: string[]): T[] {
  const holders = new Map<string, T>()
  const byAge = [...documents].sort((a, b) => order(a, b))
  for (const document of byAge) {
    const holder = holders.get(document.slug)
    if (holder)
      notices.push(
        `The ${document._type} ${document._id} was left out: its address “${document.slug}” belongs to ${holder._id}. Give it another address.`,
      )
    else holders.set(document.slug, document)
  }
  return [...holders.values()]
}

function order(a: WithSlug, b: WithSlug): number {
  return Date.parse(a._createdAt) - Date.parse(b._createdAt) || (a._id < b._id ? -1 : 1)
}
