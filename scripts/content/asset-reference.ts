import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AssetKind } from './asset-names.ts'
import { damaged } from './damaged.ts'
import type { ExportedDocument } from './documents-file.ts'
import { objectsIn } from './walk.ts'

/** A picture or file that an exported document shows: of the folder, or at an address elsewhere. */
export type AssetReference = { kind: AssetKind } & ({ path: string } | { address: string })

/** The assets that a document names in `_sanityAsset`. @throws Failure that names the document */
export function* assetReferencesOf(document: ExportedDocument, folder: string): Generator<AssetReference> {
  for (const { _sanityAsset } of objectsIn(document)) {
    if (_sanityAsset !== undefined) yield parseReference(_sanityAsset, document._id, folder)
  }
}

/** @returns with the path from the folder, in the form that exports have: `images/x.jpg` */
export function parseReference(value: unknown, documentId: string, folder: string): AssetReference {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const problem = (what: string) =>
    damaged(`Document "${documentId}" shows ${JSON.stringify(text.slice(0, 300))}, ${what}.`)
  const { kind, address } = /^(?<kind>image|file)@(?<address>[a-z]+:.+)$/s.exec(text)?.groups ?? {}
  if ((kind !== 'image' && kind !== 'file') || address === undefined)
    throw problem('which has to begin with image@ or file@ and an address')
  if (/^(https?|data):/i.test(address)) return { kind, address }
  const file = localFile(address, folder)
  if (file === undefined) throw problem('which is no address of a file')
  const found = path.relative(folder, file).split(path.sep).join('/')
  if (found === '' || found === '..' || found.startsWith('../') || path.isAbsolute(found))
    throw problem('which lies outside of what is imported')
  return { kind, path: found }
}

function localFile(address: string, folder: string): string | undefined {
  try {
    const relative = /^file:\/\/\.\/(.*)$/s.exec(address)?.[1]
    return relative === undefined
      ? fileURLToPath(address)
      : path.resolve(folder, decodeURIComponent(relative))
  } catch {
    return undefined
  }
}
