/** What an index has of a page: the key it had then, and the id of its result, empty where nothing can be found. */
export type IndexedPage = { key: string; result: string }

export type IndexedPages = ReadonlyMap<string, IndexedPage>

/**
 * Decides for each page which index answers for it: the first that has it with its key; where none has, the last that
 * has it at all, so that an edited page is found by its old text until the new one is indexed.
 * @param wanted the key of each page that can be found, by its address
 * @param indexes the base, then those of what was written since, the oldest first
 * @returns `gone`: for each index, the results that do not count. `missing`: pages that no index has with their key
 */
export function arrange(
  wanted: ReadonlyMap<string, string>,
  indexes: readonly IndexedPages[],
): { gone: string[][]; missing: string[] } {
  const answers = new Map<string, number>()
  const missing: string[] = []
  for (const [url, key] of wanted) {
    const right = indexes.findIndex((pages) => pages.get(url)?.key === key)
    if (right < 0) missing.push(url)
    answers.set(url, right < 0 ? indexes.findLastIndex((pages) => pages.has(url)) : right)
  }
  const gone = indexes.map((pages, index) =>
    [...pages].filter(([url, { result }]) => result !== '' && answers.get(url) !== index),
  )
  return { gone: gone.map((pages) => pages.map(([, { result }]) => result)), missing }
}
