import { fileURLToPath } from 'node:url'
import { importContent } from '../content/import.ts'
import { lakeClient } from './lake-client.ts'
import type { LakeAddress } from './lake-process.ts'

/**
 * Fills a lake that has no documents yet with the sample content.
 * @returns how many documents were imported; 0 where there was content already
 */
export async function importSampleIntoEmpty(lake: LakeAddress): Promise<number> {
  const client = lakeClient(lake)
  // Pictures come before documents: pictures alone are an import that was interrupted, and that goes on.
  if ((await client.fetch(`count(*[!(_type in ["sanity.imageAsset", "sanity.fileAsset"])])`)) > 0) return 0
  const from = fileURLToPath(new URL('../../content/sample', import.meta.url))
  return (await importContent({ client, from })).documents
}
