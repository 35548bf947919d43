import { z } from 'zod'
import { damaged } from './damaged.ts'
import { parseJson } from './documents-file.ts'

const assetDocument = z.looseObject({
  _id: z.string().min(1),
  _type: z.enum(['sanity.imageAsset', 'sanity.fileAsset']),
})

const list = z.array(z.object({ file: z.string().nullable(), document: assetDocument }))

/** The document of a picture or file, as a lake has it. */
export type AssetDocument = z.infer<typeof assetDocument>

/**
 * What an export of this program has beside Sanity's own layout, and Sanity's importer leaves alone: the documents of
 * assets, whole. `file` is the asset's entry, or null where its bytes were lost already when the export was made.
 */
export type AssetDocumentList = z.infer<typeof list>

export const assetDocumentsEntry = 'asset-documents.json'

/** @throws Failure that names the entry */
export function parseAssetDocuments(text: string, name: string): AssetDocumentList {
  const result = list.safeParse(parseJson(text, name))
  if (result.success) return result.data
  throw damaged(`${name} does not describe assets.`)
}

export function isAssetDocument(document: object): document is AssetDocument {
  return assetDocument.safeParse(document).success
}
