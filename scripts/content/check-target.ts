import type { SanityClient } from '@sanity/client'
import { Failure } from '../../src/failure.ts'
import { inspectImage, readImageHeader } from '../lake/assets/inspect.ts'
import { largest } from '../lake/assets/upload.ts'
import { ApiError } from '../lake/errors.ts'
import type { AssetFile } from './asset-files.ts'
import { damaged } from './damaged.ts'
import { typesOf } from './dataset-state.ts'
import type { ExportedDocument } from './documents-file.ts'
import type { ExportContent } from './export-folder.ts'
import { strongReferencesOf } from './references.ts'
import { unfinishedIn } from './unfinished.ts'
import { objectsIn } from './walk.ts'

/** What to do with documents that are there already; `create` refuses to begin where there is one. */
export type Operation = 'create' | 'createIfNotExists' | 'createOrReplace'

/**
 * Makes sure that a dataset can take all of it.
 * @param client undefined for a dataset that is still to be made
 * @returns ids of the documents that are there already, all of them
 * @throws Failure that names what it cannot take
 */
export async function checkTarget(
  client: SanityClient | undefined,
  content: ExportContent,
  operation: Operation,
): Promise<Set<string>> {
  const types = client
    ? await typesOf(
        client,
        content.documents.map(({ _id }) => _id),
      )
    : new Map<string, string>()
  const [firstThere] = types.keys()
  if (operation === 'create' && firstThere !== undefined) {
    throw new Failure(
      `${types.size} of ${content.documents.length} documents are there already, such as "${firstThere}".`,
      'Nothing was imported. Say what to do with them: --replace puts those of the import in their place, --missing leaves them as they are.',
    )
  }
  if (operation === 'createOrReplace') checkTypes(content.documents, types)
  if (client && operation === 'createIfNotExists') {
    const there = content.documents.filter((one) => types.has(one._id) && strongReferencesOf(one).size > 0)
    for (const id of await unfinishedIn(client, there)) types.delete(id)
  }
  const present = new Set(types.keys())
  const coming =
    operation === 'createIfNotExists'
      ? content.documents.filter(({ _id }) => !present.has(_id))
      : content.documents
  await checkReferences(client, coming, content)
  if (client) await checkDatasets(client, coming)
  return present
}

function checkTypes(documents: ExportedDocument[], types: Map<string, string>): void {
  for (const { _id, _type } of documents) {
    const there = types.get(_id)
    if (there !== undefined && there !== _type)
      throw damaged(
        `Document "${_id}" is a ${_type} here and a ${there} in the dataset, where a type never changes.`,
      )
  }
}

const namedAtMost = 5

async function checkReferences(
  client: SanityClient | undefined,
  documents: ExportedDocument[],
  { documents: all, assets, assetsWithoutFile }: ExportContent,
): Promise<void> {
  const coming = new Set([...all, ...assetsWithoutFile].map(({ _id }) => _id))
  for (const { id } of assets) if (id !== undefined) coming.add(id)
  const open = documents.flatMap((document) =>
    [...strongReferencesOf(document)]
      .filter((id) => !coming.has(id))
      .map((id) => ({ from: document._id, id })),
  )
  const there = client ? await typesOf(client, new Set(open.map(({ id }) => id))) : new Map()
  const dangling = open.filter(({ id }) => !there.has(id))
  if (dangling.length === 0) return
  const named = dangling.slice(0, namedAtMost).map(({ from, id }) => `  "${from}" refers to "${id}"`)
  if (dangling.length > namedAtMost) named.push(`  and ${dangling.length - namedAtMost} more`)
  throw new Failure(
    `There are references to documents that are neither in the import nor in the dataset:\n${named.join('\n')}`,
    'Nothing was imported. Import those documents first, or along with these.',
  )
}

/** References into other datasets of the project; the importer ends at them too, but late. */
async function checkDatasets(client: SanityClient, documents: ExportedDocument[]): Promise<void> {
  const named = new Set<string>()
  for (const { _ref, _dataset } of objectsIn(documents)) {
    if (typeof _ref === 'string' && typeof _dataset === 'string') named.add(_dataset)
  }
  if (named.size === 0) return
  for (const { name } of await client.datasets.list()) named.delete(name)
  const [missing] = named
  if (missing === undefined) return
  throw new Failure(
    `There are references into dataset "${missing}", which the project does not have.`,
    'Nothing was imported. Make that dataset first.',
  )
}

/**
 * Makes sure that the local lake will take these assets.
 * @throws Failure that names the one that it will not
 */
export async function checkForLake(assets: AssetFile[]): Promise<void> {
  for (const { kind, id, file, name, size } of assets) {
    if (size > largest[kind])
      throw damaged(
        `${name} is larger than ${largest[kind] / 1024 / 1024} MB, more than the local lake takes.`,
      )
    // What has an asset's name was taken by a lake before.
    if (kind !== 'image' || id !== undefined) continue
    try {
      await inspectImage(file, await readImageHeader(file), new Set())
    } catch (error) {
      if (error instanceof ApiError) throw damaged(`${name}: ${error.message}`)
      throw error
    }
  }
}
