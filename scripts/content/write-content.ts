import type { SanityClient } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import { assetReferencesOf } from './asset-reference.ts'
import type { Operation } from './check-target.ts'
import type { ExportedDocument } from './documents-file.ts'
import type { ExportContent } from './export-folder.ts'
import type { ImportProgress, ImportReport } from './import.ts'
import { isChangedByImporter, weakened } from './importer-changes.ts'
import { placeAssets } from './place-assets.ts'
import { uploadAssets } from './upload-assets.ts'
import { writeDocuments } from './write-documents.ts'

export type WriteRequest = {
  client: SanityClient
  content: ExportContent
  /** Ids of the documents that the dataset has already. */
  present: ReadonlySet<string>
  operation: Operation
  /** What the documents' paths of assets start from. */
  folder: string
  onProgress: (progress: ImportProgress) => void
}

/** Writes what has been checked: assets, then documents. */
export async function writeContent(request: WriteRequest): Promise<ImportReport> {
  const { client, content, present, operation, folder, onProgress } = request
  const replaces = operation === 'createOrReplace'
  const total = content.assets.length
  const places = await uploadAssets(client, content, replaces, (current) =>
    onProgress({ step: 'Uploading pictures and files', current, total }),
  )
  await writeDocuments(client, content.assetsWithoutFile, 'createIfNotExists')
  // The importer would strengthen references in documents that it leaves as they are, too.
  const coming = replaces ? content.documents : content.documents.filter(({ _id }) => !present.has(_id))
  const documents = coming.filter(isImported).map((document) => placeAssets(document, places, folder))
  await fetchRemoteAssets(request, documents)
  const warnings = await writeByImporter(request, documents)
  const there = content.documents.filter(({ _id }) => present.has(_id)).length
  return {
    documents: documents.length,
    replaced: replaces ? there : 0,
    left: replaces ? 0 : there,
    assets: { uploaded: places.uploaded, present: places.present },
    warnings: [...warnings, ...coming.filter((document) => !isImported(document)).map(leftOut)],
  }
}

/** @param documents changed on the way */
async function writeByImporter(
  { client, folder, onProgress }: WriteRequest,
  documents: ExportedDocument[],
): Promise<string[]> {
  // A release is brought in by an action, which the local lake does not have.
  const isLocal = client.config().useProjectHostname === false
  const releases = isLocal ? documents.filter(isRelease) : []
  // What is still to be fetched from elsewhere, only the importer can put in its place.
  const isWhole = (document: ExportedDocument) => assetReferencesOf(document, folder).next().done === true
  const inexact = documents.filter(
    (document) => isChangedByImporter(document) && isWhole(document) && !isRelease(document),
  )
  const own = new Set([...releases, ...inexact])
  const plain = documents.filter((document) => !own.has(document))
  const { warnings } = await sanityImport([...plain, ...inexact.map(weakened)], {
    client,
    operation: 'createOrReplace',
    releasesOperation: 'replace',
    allowReplacementCharacters: true,
    onProgress,
  })
  if (own.size > 0) onProgress({ step: 'Putting right what the importer has changed' })
  await writeDocuments(client, [...own], 'createOrReplace')
  return warnings.map(({ message }) => message)
}

/** Pictures and files at an address elsewhere, before the first document that shows them. */
async function fetchRemoteAssets(
  { client, folder, onProgress }: WriteRequest,
  documents: ExportedDocument[],
): Promise<void> {
  const references = documents.flatMap((document) => [...assetReferencesOf(document, folder)])
  const unreferencedAssets = references.flatMap((reference) =>
    'address' in reference ? `${reference.kind}#${reference.address}` : [],
  )
  if (unreferencedAssets.length > 0) await sanityImport([], { client, onProgress, unreferencedAssets })
}

/** Documents of the system's own are not the organisers'; releases are. */
function isImported(document: ExportedDocument): boolean {
  return !document._id.startsWith('_.') || isRelease(document)
}

function isRelease({ _id }: ExportedDocument): boolean {
  return _id.startsWith('_.releases.')
}

function leftOut({ _id }: ExportedDocument): string {
  return `"${_id}" is a document of the system’s own and was left out.`
}
