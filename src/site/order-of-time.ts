import { placeAt } from './addresses.ts'
import { pageSize } from './lists.ts'
import { rangeOf } from './pagination.ts'
import type { SiteIndex } from './site-index.ts'

/**
 * Addresses in the order of the newest recap that each shows. Pages of one time show the same documents, so whoever
 * looks at them in this order reads few twice.
 */
export function inOrderOfTime(paths: Iterable<string>, index: SiteIndex): string[] {
  return [...paths]
    .map((path) => ({ path, at: newestAt(path, index) }))
    .sort((a, b) => a.at - b.at)
    .map(({ path }) => path)
}

function newestAt(path: string, index: SiteIndex): number {
  const place = placeAt(path, index)
  if (place?.kind === 'recap') {
    const recap = index.entry(place.id)
    return recap?._type === 'recap' ? Date.parse(recap.publishedAt) : 0
  }
  if (place?.kind !== 'list') return 0
  const items = index.list(place.list).items()
  const [, end] = rangeOf(place.page, items.length, pageSize(place.list))
  return items[end - 1]?.at ?? 0
}
