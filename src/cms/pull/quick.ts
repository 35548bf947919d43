import type { Listing } from '../mirror/listing.ts'
import type { Listed, Page } from './lake-lists.ts'
import { takeNews } from './take-news.ts'
import type { Found, PullWork } from './work.ts'

/**
 * Milliseconds before the last pull from which on documents are listed again. A lake of several machines may show a
 * change a little later than the time that it bears, and two changes may bear the same; a minute is far more than that,
 * and still a short list. Both times are the lake's own, so no other clock matters.
 */
const overlap = 60_000

/** Pulls that overtake each other more often than this are left to the whole comparison. */
const mostRounds = 5

/**
 * Takes what was published since the last pull. A document that is gone leaves no trace in what is new, but in the
 * number of all.
 * @returns undefined where only comparing everything is sure
 */
export async function pullQuick(work: PullWork): Promise<Found | undefined> {
  const { update } = work
  const last = Date.parse(update.lakeTime())
  if (Number.isNaN(last)) return undefined
  const listing = update.beginListing()
  let time: string | undefined
  for (let round = 0; round < mostRounds; round++) {
    const page = await work.lake.newest(work.pages.recent)
    time ??= page.time
    if (wentBack(page, last, update.newest())) return undefined
    const { count, isAll } = await listRecent(work, listing, page, last - overlap)
    if (isAll && listing.count() !== count) return undefined
    const { isOvertaken } = await takeNews({ ...work, listing }, work.pages.whole, work.onProgress)
    if (isOvertaken) continue
    return update.count() === count ? { time, gone: [] } : undefined
  }
  return undefined
}

/** The lake's clock, or the newest document: it is another dataset, or one of another time. */
function wentBack({ time, documents }: Page, last: number, newest: string): boolean {
  const first = documents[0]?._updatedAt ?? ''
  return Date.parse(time) < last || Date.parse(first) < Date.parse(newest)
}

/**
 * Notes what was published since a moment.
 * @returns how many documents the lake counts, and whether it says that it has listed all of them
 */
export async function listRecent(
  { lake, pages }: PullWork,
  listing: Listing,
  first: Page,
  since: number,
): Promise<{ count: number; isAll: boolean }> {
  let size = pages.recent
  for (let page = first; ; size = pages.listed) {
    for (const { _id, _rev } of page.documents) listing.note(_id, _rev)
    const last: Listed | undefined = page.documents.at(-1)
    if (last === undefined || page.documents.length < size) return { count: page.count, isAll: true }
    if (Date.parse(last._updatedAt) < since) return { count: page.count, isAll: false }
    page = await lake.newest(pages.listed, last)
  }
}
