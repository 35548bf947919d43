/**
 * A document of which something cannot be shown, and why.
 * `stands` says what the site has of it: nothing (`left out`), its last good version (`older version`), or its newest
 * version without what it refers to in vain (`as it is`).
 */
export type Refusal = {
  id: string
  type: string
  rev: string
  title: string
  /** In plain words, one line each; never empty. */
  problems: string[]
  stands: 'left out' | 'older version' | 'as it is'
}

/** What people know a document by. */
export function titleOf(document: Readonly<Record<string, unknown>>): string {
  const title = [document.title, document.name].find((value) => typeof value === 'string' && value.trim())
  return typeof title === 'string' ? title : 'without a title'
}
