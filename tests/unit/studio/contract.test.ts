import { createSchema, type SchemaType } from 'sanity'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { schemaTypes } from '../../../sanity-studio/schema/all-types.ts'
import { referenceTargets } from '../../../src/cms/references.ts'
import { anyDocument } from '../../../src/cms/schemas/documents.ts'
import { replyContactDocument, replyDocument } from '../../../src/cms/schemas/reply.ts'
import { differences } from './contract/shape.ts'
import { siteShape } from './contract/site-shape.ts'
import { studioShape } from './contract/studio-shape.ts'

const schema = createSchema({ name: 'default', types: schemaTypes })

/** Of replies the site's own list knows nothing yet, because it does not pull them. */
const leadsTo = { ...referenceTargets, recap: ['recap'], inReplyTo: ['reply'], reply: ['reply'] }

/** Pictures are made by uploading, not by filling in. */
const written = [...anyDocument.options, replyDocument, replyContactDocument].filter(
  ({ shape }) => shape._type.value !== 'sanity.imageAsset',
)

const compiled = (name: string): SchemaType => {
  const type = schema.get(name)
  if (!type) throw new Error(`The Studio has no type “${name}”.`)
  return type
}

test('the Studio writes the documents that the site knows, and no others', () => {
  const documents = schema
    .getTypeNames()
    .filter((name) => schema.get(name)?.type?.name === 'document' && !/^(sanity|assist)\./.test(name))
  expect(documents.toSorted()).toEqual(written.map(({ shape }) => shape._type.value).toSorted())
})

test.each(written.map((document) => [document.shape._type.value, document] as const))(
  'every field of a %s is the same in the Studio and on the site',
  (name, document) => {
    expect(differences(studioShape(compiled(name)), siteShape(name, document, leadsTo))).toEqual([])
  },
)

test('a difference is named by its field, whichever side it is on', () => {
  const studio = studioShape(compiled('topic'))
  const poorer = z.object({ title: z.string(), slug: z.object({ current: z.string() }), colour: z.number() })
  expect(differences(studio, siteShape('topic', poorer, leadsTo))).toEqual([
    'topic.colour: not in the Studio, number, required on the site',
    'topic.description: text in the Studio, not on the site',
    'topic.previousPaths: list in the Studio, not on the site',
    'topic.previousPaths[]: text in the Studio, not on the site',
  ])
})
