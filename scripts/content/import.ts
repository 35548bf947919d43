import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import { Failure } from '../../src/failure.ts'
import { readExportFolder } from './export-folder.ts'

export type ImportRequest = {
  /** Where to: its project, dataset and token count. */
  client: SanityClient
  /** A folder in Sanity's export layout. */
  from: string
  /** What to do with documents that are there already; by default they are replaced. */
  operation?: 'createIfNotExists' | 'createOrReplace'
  onProgress?: (progress: ImportProgress) => void
}

export type ImportProgress = { step: string; current?: number; total?: number }

export type ImportReport = { documents: number; warnings: string[] }

/**
 * Brings a folder in Sanity's export layout into a dataset, hosted or local, by Sanity's own importer.
 * The folder is checked and its assets are uploaded before the first document is written.
 * @throws Failure that names what is wrong
 */
export async function importContent(request: ImportRequest): Promise<ImportReport> {
  const { client, from, operation = 'createOrReplace', onProgress = () => undefined } = request
  const { documents, assets, assetMap } = await readExportFolder(from)
  const options = {
    client,
    assetMap,
    onProgress,
  }
  try {
    await sanityImport([], { ...options, unreferencedAssets: assets })
    const result = await sanityImport(documents, { ...options, operation, assetsBase: path.resolve(from) })
    return { documents: result.numDocs, warnings: result.warnings.map(({ message }) => message) }
  } catch (error) {
    throw new Failure(
      `${from} could not be imported: ${error instanceof Error ? error.message : 'unknown error'}`,
      'Put right what is named above and import again: what has arrived already is taken as it is or replaced.',
      { cause: error },
    )
  }
}
