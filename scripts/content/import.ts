import type { SanityClient } from '@sanity/client'
import { Failure } from '../../src/failure.ts'
import { checkForLake, checkTarget, type Operation } from './check-target.ts'
import { typesOf } from './dataset-state.ts'
import { type ExportContent, readExportFolder } from './export-folder.ts'
import type { ExportSource } from './export-source.ts'
import { openExport } from './open-export.ts'
import { writeContent } from './write-content.ts'

/** What is to be imported, read and known to be whole. */
export type ReadExport = { content: ExportContent; source: ExportSource; close: () => void }

export type ImportOptions = {
  /** Where to: its project, dataset and token count. */
  client: SanityClient
  /** What to do with documents that are there already; by default they are replaced. */
  operation?: Operation
  /** Whether the dataset has to be made first. */
  isNewDataset?: boolean
  onProgress?: (progress: ImportProgress) => void
}

export type ImportRequest = ImportOptions & {
  /** An export, or a folder in Sanity's export layout. */
  from: string
}

export type ImportProgress = { step: string; current?: number; total?: number }

export type ImportReport = {
  /** How many documents were written; `replaced` of them were there before, and `left` were left as they are. */
  documents: number
  replaced: number
  left: number
  assets: { uploaded: number; present: number }
  warnings: string[]
}

/**
 * Unpacks and reads an export, and checks all of it.
 * @param limit bytes that it may take unpacked
 * @throws Failure that names the entry that is not whole
 */
export async function readExport(from: string, limit?: number): Promise<ReadExport> {
  const { source, close } = await openExport(from, limit)
  try {
    return { content: await readExportFolder(source), source, close }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Brings an export into a dataset, hosted or local, by Sanity's own importer. All of it is checked before anything is
 * written; then come pictures and files, then documents, a few hundred kilobytes in one transaction.
 * @throws Failure that names what is wrong
 */
export async function importContent({ from, ...options }: ImportRequest): Promise<ImportReport> {
  const read = await readExport(from)
  try {
    return await importRead(read, options)
  } finally {
    read.close()
  }
}

/** The same for what has been read. */
export async function importRead(
  { content, source }: ReadExport,
  options: ImportOptions,
): Promise<ImportReport> {
  const { operation = 'createOrReplace', isNewDataset = false, onProgress = () => undefined } = options
  const client = options.client.withConfig({ perspective: 'raw', useCdn: false })
  onProgress({ step: 'Checking against the dataset' })
  const present = await checkTarget(isNewDataset ? undefined : client, content, operation)
  if (client.config().useProjectHostname === false) await checkForLake(content.assets)
  const { dataset } = client.config()
  if (isNewDataset && dataset) await client.datasets.create(dataset, { aclMode: 'public' })
  try {
    return await writeContent({ client, content, present, operation, folder: source.folder, onProgress })
  } catch (cause) {
    const reason = cause instanceof Failure ? cause.message : `The import broke off: ${messageOf(cause)}`
    throw new Failure(
      `${reason}\n${await whatArrived(client, content, present)}`,
      `Put right what is named above and import again with ${operation === 'createIfNotExists' ? '--missing' : '--replace'}, which completes it.`,
      { cause },
    )
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown error'
}

async function whatArrived(
  client: SanityClient,
  { documents }: ExportContent,
  present: ReadonlySet<string>,
): Promise<string> {
  const added = documents.filter(({ _id }) => !present.has(_id)).map(({ _id }) => _id)
  try {
    const { size } = await typesOf(client, added)
    if (size === 0) return 'No new document has arrived.'
    return `${size} of ${added.length} new documents have arrived; references in them may be weak for now.`
  } catch {
    return 'The dataset does not answer any more, so that nobody can say how much of it has arrived.'
  }
}
