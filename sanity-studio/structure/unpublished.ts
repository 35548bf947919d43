import { distinctUntilChanged, map, type Observable, retry, shareReplay } from 'rxjs'
import type { DocumentStore } from 'sanity'
import { apiVersion } from './api-version.ts'

const query = {
  fetch: `{
    "drafts": *[_type == $type && _id in path("drafts.**")]._id,
    "published": *[_type == $type && !(_id in path("drafts.**"))
      && "drafts." + _id in *[_type == $type && _id in path("drafts.**")]._id]._id
  }`,
  listen: '*[_type == $type]',
}

/**
 * Ids of the documents of a type that have never been published, as it changes. Both forms of each id (`x` and
 * `drafts.x`) are in it: lists compare the first, the events that refresh them the second.
 */
export function unpublished(store: DocumentStore, type: string): Observable<string[]> {
  return store
    .listenQuery(query, { type }, { apiVersion, perspective: 'raw', tag: `unpublished-${type}` })
    .pipe(
      // An error here would take the open form away with the list; the Studio itself says that it reconnects.
      retry({ delay: 2000 }),
      map(idsWithoutPublished),
      distinctUntilChanged((before, after) => before.join() === after.join()),
      shareReplay({ bufferSize: 1, refCount: true }),
    )
}

type Ids = { drafts: string[]; published: string[] }

function idsWithoutPublished({ drafts, published }: Ids): string[] {
  const known = new Set(published)
  return drafts
    .map((draft) => draft.replace(/^drafts\./, ''))
    .filter((id) => !known.has(id))
    .sort()
    .flatMap((id) => [id, `drafts.${id}`])
}
