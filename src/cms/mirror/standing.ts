/**
 * What a version of a document is. A document has at most one version of each standing; the lowest of them is its
 * newest revision.
 */
export const standing = {
  /** The newest revision, which its schema refuses. */
  invalid: 0,
  /** The newest revision, which is valid by itself, but refers to what is not there or claims another's address. */
  waiting: 1,
  /** What the site is made from. */
  good: 2,
  /** Came with the pull that is under way; not decided yet. */
  candidate: 3,
  /** Was good before an invalid one came, but the schemas of today refuse it. */
  dormant: 4,
} as const

export type Standing = (typeof standing)[keyof typeof standing]
