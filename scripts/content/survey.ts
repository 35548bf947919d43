import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { Failure } from '../../src/failure.ts'
import { type AssetDocument, isAssetDocument } from './asset-documents.ts'
import { assetPathOf } from './asset-names.ts'
import type { ExportedDocument } from './documents-file.ts'
import { isCarriedByExporter } from './exporter-changes.ts'
import { lines } from './lines.ts'
import { fetchPatiently } from './patient.ts'
import { objectsIn } from './walk.ts'

/** What is in a dataset that Sanity's exporter would not carry as it is. */
export type Survey = {
  /** Documents that will be exported. */
  documents: number
  /** The documents of all assets that are wanted, by the entry that their bytes get. */
  assets: Map<string, AssetDocument>
  /** Documents that the exporter would change for good. */
  originals: Map<string, ExportedDocument>
}

export type SurveyRequest = {
  client: SanityClient
  dataset: string
  drafts: boolean
  /** Only documents of these types, and the assets that they refer to; undefined for all. */
  types: string[] | undefined
}

const line = z.looseObject({ _id: z.string(), _type: z.string() })

/** In bytes; documents of a hosted dataset may have a third of it. */
const maximumDocument = 100e6

/** Reads all of a dataset once. @throws Failure where it cannot be read to its end */
export async function survey({ client, dataset, drafts, types }: SurveyRequest): Promise<Survey> {
  const found: Survey = { documents: 0, assets: new Map(), originals: new Map() }
  const referredTo = new Set<string>()
  for await (const text of read(client, dataset)) {
    const document = parse(text, dataset)
    if (isAssetDocument(document)) found.assets.set(assetPathOf(document._id), document)
    else if (isWanted(document, drafts, types)) {
      found.documents += 1
      if (!isCarriedByExporter(document)) found.originals.set(document._id, document)
      if (types)
        for (const { _ref } of objectsIn(document)) if (typeof _ref === 'string') referredTo.add(_ref)
    }
  }
  if (types) {
    for (const [entry, { _id }] of found.assets) if (!referredTo.has(_id)) found.assets.delete(entry)
  }
  return found
}

/** The lines of the dataset's export, one for each document. */
async function* read(client: SanityClient, dataset: string): AsyncGenerator<string> {
  try {
    const { status, body } = await fetchPatiently(client.getUrl(`/data/export/${dataset}`), {
      authorization: `Bearer ${client.config().token}`,
    })
    for await (const { text } of lines(body, `dataset "${dataset}"`, maximumDocument)) {
      if (status !== 200) throw unreadable(dataset, `HTTP ${status} ${text}`)
      if (text !== '') yield text
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw unreadable(dataset, cause instanceof Error ? cause.message : String(cause))
  }
}

/** The same choice as the exporter's own. */
function isWanted({ _id, _type }: ExportedDocument, drafts: boolean, types: string[] | undefined): boolean {
  if (types && !types.includes(_type)) return false
  if (!drafts && /^(drafts|versions)\./.test(_id)) return false
  return !_id.startsWith('_.') || (drafts && _id.startsWith('_.releases.'))
}

function parse(text: string, dataset: string): ExportedDocument {
  try {
    const result = line.safeParse(JSON.parse(text))
    if (result.success) return result.data
  } catch {
    // Told below.
  }
  throw unreadable(dataset, text)
}

function unreadable(dataset: string, answer: string): Failure {
  return new Failure(
    `Dataset "${dataset}" could not be read to its end: ${answer.slice(0, 300)}`,
    'Does the dataset exist, and may the token read all of it? Nothing was exported.',
  )
}
