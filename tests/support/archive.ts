import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { packTar, type TarEntry } from 'modern-tar'

export type Entry = { name: string; body?: string | Uint8Array; type?: 'symlink' | 'link' | 'fifo' }

/** A tar archive with these entries, in this order. */
export async function tarOf(entries: Entry[]): Promise<Buffer> {
  const packed = entries.map(({ name, body = '', type }): TarEntry => {
    const bytes = Buffer.from(body)
    if (type) return { header: { name, type, linkname: '/etc/passwd', size: 0 } }
    return { header: { name, size: bytes.length }, body: bytes }
  })
  return Buffer.from(await packTar(packed))
}

/** Writes it packed. */
export async function writeArchive(file: string, entries: Entry[]): Promise<void> {
  await writeFile(file, gzipSync(await tarOf(entries)))
}

/** As exports write documents: one a line. */
export function ndjson(documents: object[]): string {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join('')
}

/** The name that the exporter gives a file with this content. */
export function exportName(bytes: Uint8Array, rest: string): string {
  return `${createHash('sha1').update(bytes).digest('hex')}${rest}`
}
