import { fileURLToPath } from 'node:url'
import { createClient } from '@sanity/client'
import { importContent } from '../content/import.ts'
import type { LakeAddress } from './lake-process.ts'

/**
 * Fills a lake that has no documents yet with the sample content.
 * @returns how many documents were imported; 0 where there was content already
 */
export async function importSampleIntoEmpty(lake: LakeAddress): Promise<number> {
  const client = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2026-03-01',
    perspective: 'raw',
    token: lake.token,
  })
  // Pictures come before documents: pictures alone are an import that was interrupted, and that goes on.
  if ((await client.fetch(`count(*[!(_type in ["sanity.imageAsset", "sanity.fileAsset"])])`)) > 0) return 0
  const from = fileURLToPath(new URL('../../content/sample', import.meta.url))
  return (await importContent({ client, from })).documents
}
