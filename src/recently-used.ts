/** Keeps what was used lately. */
export type RecentlyUsed<Key, Value> = {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  clear(): void
}

/**
 * In two halves: when the newer one is full, the older one is let go of whole, which costs nothing, and what is used
 * again comes into the newer one.
 * @param capacity how many are kept at most; at least half as many of those used last are
 */
export function recentlyUsed<Key, Value>(capacity: number): RecentlyUsed<Key, Value> {
  const half = Math.max(1, Math.floor(capacity / 2))
  let newer = new Map<Key, Value>()
  let older = new Map<Key, Value>()
  const set = (key: Key, value: Value) => {
    if (newer.size >= half && !newer.has(key)) {
      older = newer
      newer = new Map()
    }
    newer.set(key, value)
  }
  return {
    get(key) {
      const known = newer.get(key)
      if (known !== undefined) return known
      const old = older.get(key)
      if (old !== undefined) set(key, old)
      return old
    },
    set,
    delete(key) {
      newer.delete(key)
      older.delete(key)
    },
    clear() {
      newer.clear()
      older.clear()
    },
  }
}
