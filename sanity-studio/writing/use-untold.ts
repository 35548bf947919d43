import { useEffect, useState } from 'react'
import { map, retry } from 'rxjs'
import { useDocumentStore } from 'sanity'
import { apiVersion } from '../structure/api-version.ts'

/** What there is to write about. Its lists are `undefined` until they are known. */
type Untold = {
  /** Evenings that were, have no recap and were not cancelled, the latest first. */
  evenings?: { id: string; title: string; startsAt: string; timeZone: string | null; venue: string | null }[]
  /** Recaps that have been begun, the one that was changed last first. */
  drafts?: { id: string; title: string; updatedAt: string }[]
}

const query = {
  fetch: `{
    "evenings": *[_type == "event" && startsAt <= now() && status != "cancelled"
      && !(_id in *[_type == "recap" && defined(event)].event._ref)] | order(startsAt desc) [0...5] {
      "id": _id, "title": coalesce(title, "Evening without a title"), startsAt, timeZone, "venue": venue->name
    },
    "drafts": *[_type == "recap" && _originalId in path("drafts.**")] | order(_updatedAt desc) [0...3] {
      "id": _id, "title": coalesce(title, "Recap without a title"), "updatedAt": _updatedAt
    }
  }`,
  listen: '*[_type in ["recap", "event"]]',
}

export function useUntold(): Untold {
  const store = useDocumentStore()
  const [untold, setUntold] = useState<Untold>({})
  useEffect(() => {
    const subscription = store
      .listenQuery(query, {}, { apiVersion, perspective: 'drafts', tag: 'untold' })
      .pipe(
        retry({ delay: 2000 }),
        map(({ evenings, drafts }: Required<Untold>) => ({
          evenings: evenings.map((evening) => ({ ...evening, id: published(evening.id) })),
          drafts: drafts.map((draft) => ({ ...draft, id: published(draft.id) })),
        })),
      )
      .subscribe(setUntold)
    return () => subscription.unsubscribe()
  }, [store])
  return untold
}

function published(id: string): string {
  return id.replace(/^drafts\./, '')
}
