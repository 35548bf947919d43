import type { SanityClient } from '@sanity/client'
import type { ExportedDocument } from './documents-file.ts'

const batchSize = 256 * 1024

/** Puts documents into a dataset as they are, a few hundred kilobytes in one transaction. */
export async function writeDocuments(
  client: SanityClient,
  documents: ExportedDocument[],
  operation: 'createIfNotExists' | 'createOrReplace',
): Promise<void> {
  let batch: ExportedDocument[] = []
  let size = 0
  const flush = async () => {
    if (batch.length > 0)
      await client.mutate(
        batch.map((document) =>
          operation === 'createOrReplace' ? { createOrReplace: document } : { createIfNotExists: document },
        ),
        { returnDocuments: false },
      )
    batch = []
    size = 0
  }
  for (const document of documents) {
    const length = JSON.stringify(document).length
    if (size + length > batchSize) await flush()
    batch.push(document)
    size += length
  }
  await flush()
}
