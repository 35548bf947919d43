/** A document as it is kept: the four system fields are the lake's own, everything else is the writer's. */
export type StoredDocument = {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly _createdAt: string
  readonly _updatedAt: string
  readonly [field: string]: unknown
}

/** A document as a client sends it. */
export type NewDocument = { _id: string; _type: string; [field: string]: unknown }

/** `drafts.x` and `versions.r.x` both belong to `x`. */
export function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

/** Where a document lies: `published`, `drafts`, or the name of a release. */
export function layer(id: string): string {
  if (id.startsWith('drafts.')) return 'drafts'
  if (id.startsWith('versions.')) return id.split('.')[1] ?? ''
  return 'published'
}

/** How much of a dataset somebody may see; `unversioned` is everything but versions in releases. */
export type Visibility = 'everything' | 'unversioned' | 'public' | 'nothing'

/** Ids with a dot in them (drafts, versions, private documents) are never public. */
export function isVisible(id: string, visibility: Visibility): boolean {
  switch (visibility) {
    case 'everything':
      return true
    case 'unversioned':
      return !id.startsWith('versions.')
    case 'public':
      return !id.includes('.')
    case 'nothing':
      return false
  }
}

const maximumIdLength = 128

export function isValidId(id: string): boolean {
  return id.length <= maximumIdLength && /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(id) && !id.includes('..')
}

/** Seconds, as the hosted lake keeps them. */
export function documentTime(timestamp: string): string {
  return `${timestamp.slice(0, 19)}Z`
}
