import { Failure } from '../../failure.ts'
import type { Listing } from '../mirror/listing.ts'
import { listRecent } from './quick.ts'
import { takeNews } from './take-news.ts'
import type { Found, PullWork } from './work.ts'

/** How often everything is listed again because documents came or went meanwhile. */
const mostRounds = 4

/** Times of documents are in whole seconds, and may be cut off. */
const second = 1000

/**
 * Compares the revisions of everything. What is published while it runs is looked for at its end, until nothing more
 * comes, so that documents that belong together come together.
 * @throws Failure where the lake lists more or fewer documents than it counts, again and again
 */
export async function pullWhole(work: PullWork): Promise<Found> {
  const { update, lake, pages } = work
  let began: string | undefined
  let said = { listed: 0, counted: 0 }
  for (let round = 0; round < mostRounds; round++) {
    const listing = update.beginListing()
    const time = await listAll(work, listing)
    began ??= time
    let count = 0
    let isOvertaken = true
    await takeNews({ ...work, listing }, pages.whole, work.onProgress)
    for (let late = 0; isOvertaken && late < mostRounds; late++) {
      const page = await lake.newest(pages.recent)
      count = (await listRecent(work, listing, page, Date.parse(time) - second)).count
      isOvertaken = (await takeNews({ ...work, listing }, pages.whole, () => undefined)).taken > 0
    }
    const gone = listing.unlisted()
    said = { listed: update.count() - gone.length, counted: count }
    if (said.listed === said.counted && !isOvertaken) return { time: began, gone }
  }
  throw new Failure(
    `The lake says that ${said.counted} documents are published, but it lists ${said.listed}.`,
    'Nothing was changed. If much is being imported or deleted just now, try again when that is done.',
  )
}

/** Notes everything that is published. @returns the lake's time before the first page */
async function listAll({ lake, pages }: PullWork, listing: Listing): Promise<string> {
  const first = await lake.manifest('', pages.listed)
  for (let page = first; ; ) {
    for (const { _id, _rev } of page.documents) listing.note(_id, _rev)
    const last = page.documents.at(-1)
    if (last === undefined || page.documents.length < pages.listed) return first.time
    page = await lake.manifest(last._id, pages.listed)
  }
}
