import { hash } from 'node:crypto'
import { type RecentlyUsed, recentlyUsed } from '../recently-used.ts'
import { type Fact, facts as factsAbout } from './facts.ts'
import type { SiteReader } from './reader.ts'

type Part<T> = { value: T; facts: Set<Fact>; notices: Set<string>; madeAt: number }

/** Facts of which it is kept when they changed last: more, and all parts are made anew, so that years of edits take no more. */
const mostFacts = 100_000

/** What a site remembers of parts that stand on several pages: which of them are still true after a change. */
export type Remembrance = {
  /** How many parts of one kind are kept. */
  readonly capacity: number
  /** Counts the changes. */
  age(): number
  /** Whether none of these facts has changed since an age. */
  isTrueSince(age: number, facts: Iterable<Fact>): boolean
  /** Lets whatever was made from one of these be made anew. */
  forget(touched: Iterable<Fact>): void
}

export function createRemembrance(capacity: number): Remembrance {
  const touchedAt = new Map<Fact, number>()
  let age = 0
  /** What was made before is not true any more. */
  let beginning = 0
  return {
    capacity,
    age: () => age,
    isTrueSince(since, facts) {
      if (since === age) return true
      if (since < beginning) return false
      for (const fact of facts) if ((touchedAt.get(fact) ?? 0) > since) return false
      return true
    },
    forget(touched) {
      age++
      if (touchedAt.size > mostFacts) {
        touchedAt.clear()
        beginning = age
      }
      for (const fact of touched) touchedAt.set(fact, age)
    },
  }
}

/** What a part shows: a document, or what there is one of. */
type Subject = { _id: string } | string

/**
 * Makes a part that stands on several pages once, and again when something that it was made from has changed. Whoever
 * asks for it counts as having read what it was made from. It is shared, so nobody may change it.
 */
export function remembered<S extends Subject, T>(
  make: (subject: S, site: SiteReader) => T,
): (subject: S, site: SiteReader) => T {
  const bySite = new WeakMap<Remembrance, RecentlyUsed<string, Part<T>>>()
  return (subject, site) => {
    const { remembrance } = site
    let parts = bySite.get(remembrance)
    if (!parts) {
      parts = recentlyUsed(remembrance.capacity)
      bySite.set(remembrance, parts)
    }
    const id = typeof subject === 'string' ? subject : subject._id
    let part = parts.get(id)
    if (!part || !remembrance.isTrueSince(part.madeAt, part.facts)) {
      // Whoever has the document has read it before.
      const facts = new Set(typeof subject === 'string' ? [] : [factsAbout.document(id)])
      const notices = new Set<string>()
      const recorder = { read: (fact: Fact) => facts.add(fact), notice: (text: string) => notices.add(text) }
      const value = digested(make(subject, site.recordedBy(recorder)))
      part = { value, facts, notices, madeAt: remembrance.age() }
      parts.set(id, part)
    }
    for (const fact of part.facts) site.recorder.read(fact)
    for (const notice of part.notices) site.recorder.notice(notice)
    return part.value
  }
}

/**
 * Lets a digest stand for a part where the views that it stands in are written as JSON, which is done to name them: it
 * would be the same long text again and again.
 */
function digested<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  const digest = hash('sha256', JSON.stringify(value), 'base64url')
  return Object.defineProperty(value, 'toJSON', { value: () => digest })
}
