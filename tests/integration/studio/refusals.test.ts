import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { validateDocumentWithWorkspace } from '@sanity/validation'
import { createSchema, type LocaleSource, type SanityDocument, usEnglishLocale } from 'sanity'
import { expect } from 'vitest'
import { schemaTypes } from '../../../sanity-studio/schema/all-types.ts'
import { wordsOfChecks } from '../../../sanity-studio/words.ts'
import { anyDocument } from '../../../src/cms/schemas/documents.ts'
import { type TestLake, test } from '../../support/lake.ts'
import { type StoredDocument, slipsOf } from './slips.ts'

const schema = createSchema({ name: 'default', types: schemaTypes })

/** As the Studio says it; what it has no words of ours for stays a key, such as `validation:generic.required`. */
const words: Readonly<Record<string, string>> = wordsOfChecks
const speak = (key: string | string[]) => words[String(key).replace('validation:', '')] ?? String(key)

const i18n: LocaleSource = {
  currentLocale: usEnglishLocale,
  locales: [usEnglishLocale],
  loadNamespaces: async () => undefined,
  // @ts-expect-error A brand is missing, which only types have.
  t: speak,
}

/** What the Studio says of a document, as errors and with their places. */
async function refusals(document: StoredDocument, lake: TestLake) {
  const now = new Date().toISOString()
  const checked: SanityDocument = { _rev: 'r', _createdAt: now, _updatedAt: now, ...document }
  const markers = await validateDocumentWithWorkspace({
    document: checked,
    workspace: { schema, i18n, getClient: ({ apiVersion }) => lake.client.withConfig({ apiVersion }) },
    getDocumentExists: async () => true,
    environment: 'studio',
  })
  return markers
    .filter(({ level }) => level === 'error')
    .map(({ path, message }) => ({
      place: path.map((part) => (typeof part === 'object' ? '[]' : part)).join('.'),
      message,
    }))
}

function siteRefuses(document: StoredDocument): boolean {
  return !anyDocument.safeParse({ _rev: 'r', _createdAt: 'c', _updatedAt: 'u', ...document }).success
}

/** The sample content, with pictures as they are once they are uploaded. */
const sample = readFileSync(resolve(import.meta.dirname, '../../../content/sample/data.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line): StoredDocument => JSON.parse(line, uploaded))

function uploaded(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('_sanityAsset' in value)) return value
  const { _sanityAsset: _, ...picture } = value
  return {
    ...picture,
    asset: { _type: 'reference', _ref: 'image-0123456789abcdef0123456789abcdef01234567-8x8-png' },
  }
}

test('the Studio has nothing against the sample content', async ({ lake }) => {
  for (const document of sample) expect(await refusals(document, lake), document._id).toEqual([])
})

test('what the site refuses, the Studio refuses first, and once', async ({ lake }) => {
  const seen = new Set<string>()
  const slips = sample.flatMap(slipsOf).filter(({ slip }) => !seen.has(slip) && seen.add(slip))
  expect(slips.length).toBeGreaterThan(300)
  const unnoticed: string[] = []
  const hidden: string[] = []
  const saidTwice: string[] = []
  const inSanitysWords: string[] = []
  for (const { slip, document } of slips) {
    const said = await refusals(document, lake)
    const places = said.map(({ place }) => place)
    const messages = said.map(({ message }) => message).join(' | ')
    // At the address itself, where its field shows it.
    if (places.some((place) => place.endsWith('slug.current'))) hidden.push(slip)
    if (said.length === 0 && siteRefuses(document)) unnoticed.push(slip)
    if (new Set(places).size < places.length) saidTwice.push(`${slip}: ${messages}`)
    if (messages.includes('validation:')) inSanitysWords.push(`${slip}: ${messages}`)
  }
  expect({ unnoticed, hidden, saidTwice, inSanitysWords }).toEqual({
    unnoticed: [],
    hidden: [],
    saidTwice: [],
    inSanitysWords: [],
  })
})

test('a text that was imported empty is missed once', async ({ lake }) => {
  const recap = sample.find(({ _type }) => _type === 'recap')
  if (!recap) throw new Error('The sample content has no recap.')
  expect(await refusals({ ...recap, title: '' }, lake)).toEqual([
    { place: 'title', message: 'Give the recap a title.' },
  ])
})
