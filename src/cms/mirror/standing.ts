/**
 * What a version of a document is. A document has at most one version of each standing; the lowest of them is
 * its newest revision.
 */
export const standing = {
  /** The newest revision, which its schema refuses. */
  invalid: 0,
  /** The newest revision, which is valid by itself, but refers to what is not there or claims another's address. */
  waiting: 1,
  /** The newest revision, which came with the pull that is under way, and is not decided yet. */
  candidate: 2,
  /** What the site is made from. */
  good: 3,
  /** Was good before an invalid one came, but the schemas of today refuse it. */
  dormant: 4,
} as const

export type Standing = (typeof standing)[keyof typeof standing]

/**
 * True of a row of `version` that stands so. Versions that are not good are few, and have an index of their own, which
 * SQLite takes only where its condition is repeated.
 * @param row the name of the row in the query
 */
export function stands(row: string, as: Standing): string {
  const exactly = `${row}.standing = ${as}`
  return as === standing.good ? exactly : `${row}.standing <> ${standing.good} and ${exactly}`
}
