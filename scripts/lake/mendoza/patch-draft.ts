/** A patch in Mendoza's notation: operations and their operands in a row. */
export type MendozaPatch = unknown[]

/** A patch while it is being written. Keeps count of its length as JSON, and can take back what was written last. */
export class PatchDraft {
  readonly patch: MendozaPatch = []
  #length = 0

  write(items: readonly unknown[]): void {
    for (const item of items) this.patch.push(item)
    this.#length += jsonLength(items)
  }

  /** Keeps what `attempt` writes, unless it declines by returning false or `otherwise` is shorter. */
  writeShorter(attempt: () => boolean, otherwise: readonly unknown[]): void {
    const items = this.patch.length
    const length = this.#length
    if (attempt() && this.#length - length <= jsonLength(otherwise)) return
    this.patch.length = items
    this.#length = length
    this.write(otherwise)
  }
}

/** Characters, with the comma after each item. */
function jsonLength(items: readonly unknown[]): number {
  return items.reduce<number>((sum, item) => sum + JSON.stringify(item).length + 1, 0)
}
