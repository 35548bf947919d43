import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type AssetKind, assetIdOf, sha1In } from './asset-names.ts'
import { assetReferencesOf } from './asset-reference.ts'
import { damaged } from './damaged.ts'
import type { ExportedDocument } from './documents-file.ts'
import type { ExportSource } from './export-source.ts'

/** The bytes of a picture or file that is to be imported. */
export type AssetFile = {
  kind: AssetKind
  /** From the folder, such as `images/x.jpg`. */
  path: string
  /** Where it lies on this machine. */
  file: string
  /** How to call it in front of people. */
  name: string
  /** In bytes. */
  size: number
  sha1: string
  /** The asset's id, where the file's name tells it. */
  id: string | undefined
}

/**
 * Finds the files in `images/` and `files/` and those that documents name, and makes sure that they are whole.
 * @throws Failure that names the one that is missing, empty or damaged
 */
export async function readAssetFiles(
  source: ExportSource,
  documents: ExportedDocument[],
): Promise<AssetFile[]> {
  const wanted = new Map<string, { kind: AssetKind; path: string; shownBy: string | undefined }>()
  const want = (kind: AssetKind, entry: string, shownBy?: string) => {
    const key = assetKey(kind, entry)
    if (!wanted.has(key)) wanted.set(key, { kind, path: entry, shownBy })
  }
  for (const document of documents) {
    for (const reference of assetReferencesOf(document, source.folder)) {
      if ('path' in reference) want(reference.kind, reference.path, document._id)
    }
  }
  if (source.whole) {
    for (const entry of await filesIn(source.folder, 'images')) want('image', entry)
    for (const entry of await filesIn(source.folder, 'files')) want('file', entry)
  }
  const files: AssetFile[] = []
  for (const { kind, path: entry, shownBy } of wanted.values()) {
    files.push(await readAssetFile(kind, entry, source, shownBy))
  }
  return files
}

/** Tells apart what may lie in one file: its picture, and the file itself. */
export function assetKey(kind: AssetKind, entry: string): string {
  return `${kind}#${entry}`
}

async function filesIn(folder: string, subfolder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, subfolder)).catch(() => [])
  return names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => `${subfolder}/${name}`)
}

async function readAssetFile(
  kind: AssetKind,
  entry: string,
  { folder, nameOf }: ExportSource,
  shownBy: string | undefined,
): Promise<AssetFile> {
  const file = path.join(folder, entry)
  const name = nameOf(entry)
  const subject = shownBy === undefined ? name : `${name}, which document "${shownBy}" shows,`
  const found = await stat(file).catch(() => undefined)
  if (!found) throw damaged(`${subject} is missing.`)
  if (!found.isFile()) throw damaged(`${subject} is not a file.`)
  if (found.size === 0) throw damaged(`${subject} is empty.`)
  const sha1 = await sha1Of(file)
  const id = assetIdOf(kind, path.basename(entry))
  // Sanity cleans SVG after it has named it.
  if (id !== undefined && sha1In(id) !== sha1 && !entry.endsWith('.svg'))
    throw damaged(
      `${subject} is damaged: its name promises content with the SHA-1 ${sha1In(id)}, and it has ${sha1}.`,
    )
  return { kind, path: entry, file, name, size: found.size, sha1, id }
}

async function sha1Of(file: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
