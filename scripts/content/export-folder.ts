import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { Failure } from '../../src/failure.ts'

const document = z.looseObject({ _id: z.string().min(1), _type: z.string().min(1) })

/** What an export says of an asset beside its bytes. Its id and type are not in there: the importer finds them anew. */
const assetMap = z.record(z.string().regex(/^(image|file)-/), z.looseObject({}))

type AssetDescription = {
  _id: string
  _type: 'sanity.imageAsset' | 'sanity.fileAsset'
  [field: string]: unknown
}

export type ExportedDocument = z.infer<typeof document>

/** What a folder in Sanity's export layout holds: `data.ndjson`, `images/`, `files/`, `assets.json`. */
export type ExportFolder = {
  documents: ExportedDocument[]
  /** `image#file:///…` or `file#file:///…`, one for each file of the folder. */
  assets: string[]
  /** Names and descriptions of assets by `<kind>-<sha1>`, where the export has them. */
  assetMap: Record<string, AssetDescription>
}

/** Reads a folder and makes sure that it is whole. @throws Failure that names the line or file that is not */
export async function readExportFolder(folder: string): Promise<ExportFolder> {
  const dataFile = path.join(folder, 'data.ndjson')
  const text = await readText(dataFile)
  const documents = text.split('\n').flatMap((line, index) => parseLine(line, index + 1, dataFile))
  if (documents.length === 0) throw damaged(`${dataFile} has no documents in it.`)
  checkIds(documents, dataFile)
  const assets = [
    ...(await listFiles(folder, 'images', 'image')),
    ...(await listFiles(folder, 'files', 'file')),
  ]
  for (const document of documents) await checkAssets(document, document._id, folder)
  return { documents, assets, assetMap: await readAssetMap(path.join(folder, 'assets.json')) }
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown error'}`,
      'Give a folder in the layout that `sanity dataset export` makes: data.ndjson, and images/ beside it.',
      { cause: error },
    )
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged(`${file} is not valid UTF-8.`)
  }
}

function parseLine(line: string, number: number, file: string): ExportedDocument[] {
  if (line.trim() === '') return []
  const place = `Line ${number} of ${file}`
  const result = document.safeParse(parseJson(line, place))
  if (result.success) return [result.data]
  throw damaged(`${place} is not a document: it needs an _id and a _type.`)
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw damaged(`${place} is not valid JSON; the file may have been cut off there.`)
  }
}

function checkIds(documents: ExportedDocument[], file: string): void {
  const seen = new Set<string>()
  for (const { _id } of documents) {
    if (seen.has(_id)) throw damaged(`${file} has two documents with the id "${_id}".`)
    seen.add(_id)
  }
}

async function listFiles(folder: string, subfolder: string, kind: string): Promise<string[]> {
  const names = await readdir(path.join(folder, subfolder)).catch(() => [])
  const files = names.filter((name) => !name.startsWith('.')).sort()
  return files.map((name) => `${kind}#${pathToFileURL(path.resolve(folder, subfolder, name)).href}`)
}

/** Every file that a document names has to be there and to have something in it. */
async function checkAssets(value: unknown, documentId: string, folder: string): Promise<void> {
  if (typeof value !== 'object' || value === null) return
  if ('_sanityAsset' in value && typeof value._sanityAsset === 'string') {
    const file = localFile(value._sanityAsset, folder)
    const size =
      file === undefined
        ? 1
        : await stat(file).then(
            ({ size }) => size,
            () => undefined,
          )
    if (size === undefined) throw damaged(`${file}, which document "${documentId}" shows, is missing.`)
    if (size === 0) throw damaged(`${file}, which document "${documentId}" shows, is empty.`)
  }
  for (const item of Object.values(value)) await checkAssets(item, documentId, folder)
}

function localFile(reference: string, folder: string): string | undefined {
  const [, address] = /^(?:image|file)@(file:\/\/.*)$/.exec(reference) ?? []
  if (address === undefined) return undefined
  if (address.startsWith('file://./'))
    return path.join(folder, decodeURIComponent(address.slice('file://./'.length)))
  return fileURLToPath(address)
}

async function readAssetMap(file: string): Promise<ExportFolder['assetMap']> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return {}
  const result = assetMap.safeParse(parseJson(text, file))
  if (result.success) return Object.fromEntries(Object.entries(result.data).map(describe))
  throw damaged(`${file} does not describe assets.`)
}

function describe([key, fields]: [key: string, fields: object]): [string, AssetDescription] {
  const _type = key.startsWith('image-') ? 'sanity.imageAsset' : 'sanity.fileAsset'
  return [key, { ...fields, _id: key, _type }]
}

function damaged(message: string): Failure {
  return new Failure(message, 'Nothing was imported. Make the export anew, or mend the entry named above.')
}
