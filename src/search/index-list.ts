/**
 * The file that a browser reads before it searches; it names all others. The first index is the base, the large one,
 * which is made anew now and then. Those after it, where there are any, have what was written since: the recent one,
 * and the fresh one with the last few.
 */
export type IndexList = { indexes: ListedIndex[] }

/**
 * `folder` lies beside the list. `pages` counts what was indexed. `gone` are the ids of results that do not count:
 * their pages were removed, or another index has them as they are now.
 */
export type ListedIndex = { folder: string; pages: number; gone: string[] }

export const listFile = 'indexes.json'
