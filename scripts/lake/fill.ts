import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { countedAssets, countedDocuments } from '../content/counted.ts'
import { type ImportRequest, importContent } from '../content/import.ts'
import { createProgress } from '../content/progress.ts'
import type { ImportAtStart } from './arguments.ts'
import type { RunningLake } from './start.ts'

/** Makes the datasets that are not there yet. */
export async function makeDatasets(lake: RunningLake, names: string[]): Promise<void> {
  const client = clientOf(lake)
  const there = new Set((await client.datasets.list()).map(({ name }) => name))
  for (const name of new Set(names)) {
    if (!there.has(name)) await client.datasets.create(name, { aclMode: 'public' })
  }
}

/**
 * Fills the dataset. Without an operation only one that has no documents, so that a later start undoes nothing. One
 * that was being filled when the lake was killed has a mark in the data folder: it gets what it still lacks.
 */
export async function fillDataset(
  lake: RunningLake,
  { from, operation }: ImportAtStart,
  dataDir: string,
): Promise<void> {
  const client = clientOf(lake)
  if (operation) return bring({ client, from, operation })
  const mark = path.join(dataDir, `filling-${lake.dataset}`)
  const goesOn = existsSync(mark)
  if (!goesOn && !(await isEmpty(client))) {
    console.error(
      `Dataset "${lake.dataset}" has documents already, so ${from} was not imported (see --help).`,
    )
    return
  }
  writeFileSync(mark, '')
  try {
    await bring({ client, from, operation: 'createIfNotExists' })
    rmSync(mark)
  } catch (error) {
    if (await isEmpty(client)) rmSync(mark)
    throw error
  }
}

async function bring(request: Omit<ImportRequest, 'onProgress'>): Promise<void> {
  const progress = createProgress(process.stderr)
  const { documents, assets, warnings } = await importContent({
    ...request,
    onProgress: progress.show,
  }).finally(progress.end)
  console.error(
    `Imported ${countedDocuments(documents)} and ${countedAssets(assets.uploaded)} from ${request.from}.`,
  )
  for (const warning of warnings) console.error(`Note: ${warning}`)
}

/** Pictures come before documents: pictures alone are an import that was interrupted. */
async function isEmpty(client: SanityClient): Promise<boolean> {
  return (await client.fetch(`count(*[!(_type in ["sanity.imageAsset", "sanity.fileAsset"])])`)) === 0
}

function clientOf({ url, projectId, dataset, token }: RunningLake): SanityClient {
  return createClient({
    apiHost: url,
    projectId,
    dataset,
    token,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2026-03-01',
    perspective: 'raw',
  })
}
