import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { createTarPacker, type TarPackController } from 'modern-tar'
import { Failure } from '../../src/failure.ts'
import { type AssetDocument, type AssetDocumentList, assetDocumentsEntry } from './asset-documents.ts'
import { sha1In } from './asset-names.ts'
import { eachTarEntry, type TarEntry } from './tar-entries.ts'

export type RepackRequest = {
  /** What the exporter writes, unpacked. */
  tar: AsyncIterable<Uint8Array>
  /** The archive that is made of it. */
  file: string
  /** The assets that should be in it, by their entry; undefined where none are wanted. */
  assets: ReadonlyMap<string, AssetDocument> | undefined
}

export type RepackReport = {
  assets: number
  /** Assets whose bytes the dataset has lost. */
  lost: AssetDocument[]
  /** Size of the archive in bytes. */
  size: number
}

/**
 * Packs an export again: with the documents of the assets, without assets that nobody asked for, and only where every
 * asset has the content that its name promises.
 * @throws Failure that names the one that has not
 */
export async function repack({ tar, file, assets }: RepackRequest): Promise<RepackReport> {
  const { readable, controller } = createTarPacker()
  const writing = pipeline(
    readable,
    createGzip(),
    // Drafts and e-mail addresses are in it.
    createWriteStream(file, { mode: 0o600 }),
  )
  // Waited for below.
  writing.catch(() => undefined)
  try {
    const list = await copyEntries(tar, controller, assets)
    controller.finalize()
    await writing
    const lost = list.filter((item) => item.file === null).map(({ document }) => document)
    return { assets: list.length - lost.length, lost, size: (await stat(file)).size }
  } catch (error) {
    controller.error(error)
    await writing.catch(() => undefined)
    throw error
  }
}

async function copyEntries(
  tar: RepackRequest['tar'],
  controller: TarPackController,
  assets: RepackRequest['assets'],
): Promise<AssetDocumentList> {
  const packed = new Set<string>()
  let folder = ''
  await eachTarEntry(tar, 'The export', async (entry) => {
    const [first = '', ...rest] = entry.header.name.split('/')
    folder = first
    const name = rest.join('/')
    if (/^(images|files)\/./.test(name)) {
      if (!assets?.has(name)) return
      packed.add(name)
    }
    const sha1 = await copyEntry(entry, controller)
    const promised = sha1In(path.basename(name))
    // Sanity cleans SVG after it has named it.
    if (promised !== undefined && promised !== sha1 && !name.endsWith('.svg'))
      throw damagedAsset(name, assets?.get(name))
  })
  const list = [...(assets ?? [])].map(([entry, document]) => ({
    file: packed.has(entry) ? entry : null,
    document,
  }))
  if (list.length > 0) await addText(controller, `${folder}/${assetDocumentsEntry}`, JSON.stringify(list))
  return list
}

async function copyEntry({ header, body }: TarEntry, controller: TarPackController): Promise<string> {
  const hash = createHash('sha1')
  const { name, size, type } = header
  const to = controller.add({ name, size, type: type === 'directory' ? 'directory' : 'file' }).getWriter()
  for await (const chunk of body) {
    hash.update(chunk)
    await to.write(chunk)
  }
  await to.close()
  return hash.digest('hex')
}

async function addText(controller: TarPackController, name: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const to = controller.add({ name, size: bytes.length, type: 'file' }).getWriter()
  await to.write(bytes)
  await to.close()
}

function damagedAsset(entry: string, document: AssetDocument | undefined): Failure {
  const original = typeof document?.originalFilename === 'string' ? ` (${document.originalFilename})` : ''
  return new Failure(
    `Asset "${document?._id ?? entry}"${original} is damaged: it no longer has the content that it was uploaded with.`,
    'Nothing was exported. Upload it again or delete it, or leave pictures and files out with --no-assets.',
  )
}
