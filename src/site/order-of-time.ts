import type { Entry } from '../cms/entry.ts'
import { pageAt } from './addresses.ts'
import { pageSize } from './lists.ts'
import { rangeOf } from './pagination.ts'
import { placeOf } from './place-in-time.ts'
import type { SiteIndex } from './site-index.ts'

/**
 * Addresses in the order of the newest recap or evening that each shows. Pages of one time show the same documents, so whoever
 * looks at them in this order reads few twice.
 */
export function inOrderOfTime(paths: Iterable<string>, index: SiteIndex): string[] {
  return [...paths]
    .map((path) => ({ path, at: newestAt(path, index) }))
    .sort((a, b) => a.at - b.at)
    .map(({ path }) => path)
}

function newestAt(path: string, index: SiteIndex): number {
  const place = pageAt(path, index)
  switch (place?.kind) {
    case 'recap':
    case 'event':
    case 'shareCard':
      return momentOf(place.id === undefined ? undefined : index.entry(place.id))
    case 'list':
    case 'sitemap': {
      const items = index.list(place.list).items()
      const [, end] = rangeOf(place.page, items.length, pageSize(place.list))
      return items[end - 1]?.at ?? 0
    }
    case 'site':
    case undefined:
      return 0
  }
}

function momentOf(entry: Entry | undefined): number {
  return (entry && placeOf(entry)?.at) ?? 0
}
