import { distinctUntilChanged, map, type Observable, retry, shareReplay } from 'rxjs'
import type { DocumentStore } from 'sanity'
import { apiVersion } from '../structure/api-version.ts'

/** Words that were said before a reply: what it answers, and what that answered. */
export type Said = { name: string; text: string; before?: Said }

/** A reply that nobody has read yet: it exists only as a draft. `id` is that of the published document to be. */
export type WaitingReply = {
  id: string
  name: string
  text: string
  submittedAt: string
  recap: { id: string; title: string } | null
  /** What it answers, if not the recap itself. */
  before: Said | null
  /** Whether what it answers is on the site. */
  answerable: boolean
}

const said = '"name": coalesce(name, "Somebody"), "text": coalesce(text, "")'
const above = (inner: string) => `"before": inReplyTo->{${said}${inner}}`

const query = {
  fetch: `{
    "drafts": *[_type == "reply" && _id in path("drafts.**")] | order(submittedAt asc) {
      "id": _id, ${said}, "submittedAt": coalesce(submittedAt, _createdAt),
      "recap": recap->{"id": _id, "title": coalesce(title, "A recap without a title")},
      "answerable": !defined(inReplyTo) || defined(inReplyTo->_id),
      ${above(`, ${above(`, ${above('')}`)}`)}
    },
    "published": *[_type == "reply" && !(_id in path("drafts.**"))
      && "drafts." + _id in *[_type == "reply" && _id in path("drafts.**")]._id]._id
  }`,
  listen: '*[_type == "reply"]',
}

/** Replies that wait for an organiser, the one that has waited longest first, as it changes. */
export function waitingReplies(store: DocumentStore): Observable<WaitingReply[]> {
  const known = streams.get(store) ?? listen(store)
  streams.set(store, known)
  return known
}

/** The count at the left and the list beside it need not ask twice. */
const streams = new WeakMap<DocumentStore, Observable<WaitingReply[]>>()

function listen(store: DocumentStore): Observable<WaitingReply[]> {
  return store.listenQuery(query, {}, { apiVersion, perspective: 'raw', tag: 'waiting-replies' }).pipe(
    retry({ delay: 2000 }),
    map(withoutPublished),
    distinctUntilChanged((before, after) => JSON.stringify(before) === JSON.stringify(after)),
    shareReplay({ bufferSize: 1, refCount: true }),
  )
}

type Answer = { drafts: WaitingReply[]; published: string[] }

/** A draft of a published reply is an organiser's correction, and waits for nobody. */
export function withoutPublished({ drafts, published }: Answer): WaitingReply[] {
  return drafts
    .map((draft) => ({ ...draft, id: draft.id.replace(/^drafts\./, '') }))
    .filter(({ id }) => !published.includes(id))
}
