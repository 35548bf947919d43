import { type Entry, entryOf } from '../../src/cms/entry.ts'
import type { Head } from '../../src/cms/head.ts'
import { fileAddress } from '../../src/cms/image-addresses.ts'
import type { Documents } from '../../src/cms/mirror/documents.ts'
import type { AnyDocument } from '../../src/cms/schemas/documents.ts'
import { openSite, type Site, type SiteInput } from '../../src/site/site.ts'
import { parsed } from './documents.ts'

/** The moment at which the tests look at the site. */
export const testMoment = new Date('2026-11-20T12:00:00Z')

export const testSiteUrl = 'https://blog.example'

/** Documents in memory, which come and go as a test wants it. */
export type TestDocuments = Documents & { put(...stored: object[]): void; remove(id: string): void }

export function documentsOf(...stored: object[]): TestDocuments {
  const all = new Map<string, AnyDocument>()
  const documents: TestDocuments = {
    *entries() {
      for (const document of all.values()) {
        const entry: Entry | undefined = entryOf(document)
        if (entry) yield entry
      }
    },
    entry(id) {
      const document = all.get(id)
      return document && entryOf(document)
    },
    head: (id): Head | undefined => all.get(id),
    body(id) {
      const document = all.get(id)
      return document?._type === 'recap' ? document.body : undefined
    },
    put(...more) {
      for (const document of parsed(...more)) all.set(document._id, document)
    },
    remove: (id) => all.delete(id),
  }
  documents.put(...stored)
  return documents
}

/** What the public would see of these documents. */
export function siteOf(documents: Documents, now = testMoment, more: Partial<SiteInput> = {}): Site {
  return openSite({ documents, now, siteUrl: testSiteUrl, imageAddress: fileAddress, ...more })
}
