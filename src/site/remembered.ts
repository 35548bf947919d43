import { hash } from 'node:crypto'
import type { Fact } from './facts.ts'
import type { SiteReader } from './reader.ts'

/** Parts of one kind that are kept: those that pages of one time and their lists have in common, not a whole archive. */
const most = 2000

type Remembered<T> = { value: T; facts: Set<Fact>; notices: Set<string> }

/**
 * Makes a part that stands on several pages once for each state of the site. Whoever asks for it again counts as having
 * read what it was made from. It is shared, so nobody may change it.
 * @param keyOf tells the subjects apart
 */
export function remembered<Subject, T>(
  keyOf: (subject: Subject) => string,
  make: (subject: Subject, site: SiteReader) => T,
): (subject: Subject, site: SiteReader) => T {
  const byState = new WeakMap<object, Map<string, Remembered<T>>>()
  return (subject, site) => {
    let parts = byState.get(site.state)
    if (!parts) {
      parts = new Map()
      byState.set(site.state, parts)
    }
    const key = keyOf(subject)
    let part = parts.get(key)
    if (!part) {
      const facts = new Set<Fact>()
      const notices = new Set<string>()
      const recorder = { read: (fact: Fact) => facts.add(fact), notice: (text: string) => notices.add(text) }
      part = { value: digested(make(subject, site.recordedBy(recorder))), facts, notices }
      if (parts.size >= most) parts.clear()
      parts.set(key, part)
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
