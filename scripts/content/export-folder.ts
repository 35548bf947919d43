import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import {
  type AssetDocument,
  type AssetDocumentList,
  assetDocumentsEntry,
  parseAssetDocuments,
} from './asset-documents.ts'
import { type AssetFile, readAssetFiles } from './asset-files.ts'
import { assetPathOf } from './asset-names.ts'
import { damaged } from './damaged.ts'
import { type ExportedDocument, parseJson, readDocuments } from './documents-file.ts'
import type { ExportSource } from './export-source.ts'
import { withoutLostAssets } from './exporter-changes.ts'

/** What an export says of an asset beside its bytes. Its id and type are not in there: the importer finds them anew. */
const assetMap = z.record(z.string().regex(/^(image|file)-/), z.looseObject({}))

/** All that is to be imported, known to be whole. */
export type ExportContent = {
  documents: ExportedDocument[]
  assets: AssetFile[]
  /** Names and descriptions of assets by `<kind>-<sha1>`. */
  descriptions: z.infer<typeof assetMap>
  /** The documents of assets as they were, by their entry. */
  assetDocuments: Map<string, AssetDocument>
  /** Documents of assets that had lost their bytes before they were exported. */
  assetsWithoutFile: AssetDocument[]
}

/** Reads a folder and makes sure that it is whole. @throws Failure that names the line or entry that is not */
export async function readExportFolder(source: ExportSource): Promise<ExportContent> {
  const { folder, nameOf } = source
  const descriptions = parseDescriptions(await readOptional(source, 'assets.json'), nameOf('assets.json'))
  const listText = await readOptional(source, assetDocumentsEntry)
  const list = listText === undefined ? [] : parseAssetDocuments(listText, nameOf(assetDocumentsEntry))
  const assetsWithoutFile = list.filter(({ file }) => file === null).map(({ document }) => document)
  const lost = new Set(assetsWithoutFile.map(({ _id }) => assetPathOf(_id)))
  const written = await readDocuments(path.join(folder, source.data), nameOf(source.data))
  const documents =
    lost.size === 0
      ? written
      : written.map((one) => withoutLostAssets(one, { has: (entry) => !lost.has(entry) }))
  const assets = await readAssetFiles(source, documents)
  checkListed(list, assets, nameOf)
  return {
    documents,
    assets,
    descriptions,
    assetDocuments: new Map(list.flatMap(({ file, document }) => (file === null ? [] : [[file, document]]))),
    assetsWithoutFile,
  }
}

function checkListed(list: AssetDocumentList, assets: AssetFile[], nameOf: ExportSource['nameOf']): void {
  const there = new Set(assets.map((asset) => asset.path))
  for (const { file, document } of list) {
    if (file !== null && !there.has(file))
      throw damaged(`${nameOf(file)}, the content of asset "${document._id}", is missing.`)
  }
}

async function readOptional({ folder, nameOf }: ExportSource, entry: string): Promise<string | undefined> {
  const bytes = await readFile(path.join(folder, entry)).catch(() => undefined)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged(`${nameOf(entry)} is not valid UTF-8.`)
  }
}

function parseDescriptions(text: string | undefined, name: string): z.infer<typeof assetMap> {
  if (text === undefined) return {}
  const result = assetMap.safeParse(parseJson(text, name))
  if (result.success) return result.data
  throw damaged(`${name} does not describe assets.`)
}
