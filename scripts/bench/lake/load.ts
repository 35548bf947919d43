import type { SanityClient } from '@sanity/client'
import { lakeClient } from '../../local/lake-client.ts'
import type { LakeAddress } from '../../local/lake-process.ts'
import type { GeneratedDocument } from '../content/document.ts'
import { generateContent } from '../content/generate.ts'

/** How many of the newest recaps somebody is working on. */
export const drafts = 40

const batchSize = 200

/** Writes content into a lake, in batches, as an import does, and begins to edit the newest recaps. @returns milliseconds */
export async function loadContent(
  lake: LakeAddress,
  content: { recaps: number; documents: number },
): Promise<number> {
  const client = lakeClient(lake)
  const began = performance.now()
  const edited: GeneratedDocument[] = []
  let batch: GeneratedDocument[] = []
  let recaps = 0
  for (const document of generateContent(content)) {
    batch.push(document)
    if (document._type === 'recap' && ++recaps > content.recaps - drafts)
      edited.push({ ...document, _id: `drafts.${document._id}` })
    if (batch.length < batchSize) continue
    await write(client, batch)
    batch = []
  }
  await write(client, batch)
  await write(client, edited)
  return performance.now() - began
}

async function write(client: SanityClient, documents: GeneratedDocument[]): Promise<void> {
  if (documents.length === 0) return
  await client.mutate(
    documents.map((document) => ({ createOrReplace: document })),
    { returnDocuments: false, visibility: 'async' },
  )
}
