/** What waits for its turn: the lowest rank first, and within a rank in the order of arrival. */
export class Queue<Item extends { rank: number }> {
  readonly #items: Item[] = []

  get length(): number {
    return this.#items.length
  }

  add(item: Item): void {
    const place = this.#items.findIndex(({ rank }) => rank > item.rank)
    this.#items.splice(place < 0 ? this.#items.length : place, 0, item)
  }

  next(): Item | undefined {
    return this.#items.shift()
  }

  /** @returns whether it was still waiting */
  remove(item: Item): boolean {
    const place = this.#items.indexOf(item)
    if (place >= 0) this.#items.splice(place, 1)
    return place >= 0
  }
}
