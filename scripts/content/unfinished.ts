import { isDeepStrictEqual } from 'node:util'
import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { ExportedDocument } from './documents-file.ts'
import { strongReferencesOf } from './references.ts'
import { mapObjects } from './walk.ts'

const atATime = 100

const stored = z.array(z.looseObject({ _id: z.string(), _type: z.string() }))

/**
 * An import makes references strong once all documents are there. One that broke off before leaves documents that are
 * the same but for that: they have not arrived yet.
 * @param documents some that a dataset has already
 * @returns the ids of those that an import left unfinished
 */
export async function unfinishedIn(
  client: SanityClient,
  documents: ExportedDocument[],
): Promise<Set<string>> {
  const unfinished = new Set<string>()
  const expected = new Map(documents.map((document) => [document._id, document]))
  const ids = [...expected.keys()]
  for (let start = 0; start < ids.length; start += atATime) {
    const some = ids.slice(start, start + atATime)
    for (const document of stored.parse(await client.fetch('*[_id in $ids]', { ids: some }))) {
      const wanted = expected.get(document._id)
      if (wanted && isUnfinished(document, wanted)) unfinished.add(document._id)
    }
  }
  return unfinished
}

/** @param wanted the document as the import has it */
function isUnfinished(document: ExportedDocument, wanted: ExportedDocument): boolean {
  const isWeaker = [...strongReferencesOf(wanted)].some((id) => !strongReferencesOf(document).has(id))
  return isWeaker && isDeepStrictEqual(essence(document), essence(wanted))
}

/** What an import has written from the beginning. */
function essence({ _rev, _createdAt, _updatedAt, ...document }: ExportedDocument): unknown {
  return mapObjects(document, ({ _key, _weak, _sanityAsset, asset, ...rest }) => {
    if (!('_ref' in rest)) return rest
    const { _type, ...reference } = rest
    return reference
  })
}
