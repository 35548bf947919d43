import { fileAddress } from '../../src/cms/image-addresses.ts'
import { type Snapshot, takeSnapshot } from '../../src/site/snapshot.ts'
import { parsed } from './documents.ts'

/** The moment at which the tests look at the site. */
export const testMoment = new Date('2026-11-20T12:00:00Z')

const testSiteUrl = 'https://blog.example'

/** What the public would see of these stored documents. */
export function snapshotOf(documents: object[], now = testMoment): Snapshot {
  return takeSnapshot({
    documents: parsed(...documents),
    now,
    siteUrl: testSiteUrl,
    imageAddress: fileAddress,
  })
}
