import type { Listing } from '../mirror/listing.ts'
import type { MirrorUpdate } from '../mirror/update.ts'
import type { LakeLists } from './lake-lists.ts'

/** Told how many documents have come, of how many. */
export type Progress = (done: number, total: number) => void

/**
 * Fetches what is listed in a revision that is not known yet, and puts it into the mirror as it comes; the next
 * documents are under way while some are parsed.
 * @returns whether something was fetched, and whether some of it was no more as it had been listed
 */
export async function takeNews(
  { update, listing, lake }: { update: MirrorUpdate; listing: Listing; lake: LakeLists },
  size: number,
  onProgress: Progress,
): Promise<{ taken: number; isOvertaken: boolean }> {
  const total = listing.newsCount()
  let taken = 0
  let isOvertaken = false
  const begin = () => {
    const wanted = listing.takeNews(size)
    const documents = wanted.length === 0 ? undefined : lake.documents(wanted.map(({ id }) => id))
    // It is awaited later, when the one before it may have failed already.
    documents?.catch(() => undefined)
    return documents && { wanted, documents }
  }
  for (let current = begin(), next = begin(); current; current = next, next = begin()) {
    const revisions = new Map(current.wanted.map(({ id, rev }) => [id, rev]))
    for (const document of await current.documents) {
      update.put(document)
      if (revisions.get(document._id) !== document._rev) isOvertaken = true
      revisions.delete(document._id)
    }
    for (const id of revisions.keys()) {
      listing.strike(id)
      isOvertaken = true
    }
    taken += current.wanted.length
    onProgress(taken, total)
  }
  return { taken, isOvertaken }
}
