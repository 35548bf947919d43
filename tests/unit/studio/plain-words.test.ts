import { createSchema, type SchemaType } from 'sanity'
import { expect, test } from 'vitest'
import { schemaTypes } from '../../../sanity-studio/schema/all-types.ts'

const schema = createSchema({ name: 'default', types: schemaTypes })

/** Fields of a type at any depth, by their paths; those that Sanity brings along are left out. */
function fieldsOf(type: SchemaType, path: string): { path: string; type: SchemaType }[] {
  if (type.jsonType === 'array') {
    return type.of.flatMap((member) => {
      // Running text is written in place; only what is beside it has fields.
      const parts = member.name === 'block' ? annotationsOf(member) : [member]
      return parts.flatMap((part) => fieldsOf(part, `${path}[${part.name}]`))
    })
  }
  if (type.jsonType !== 'object' || 'to' in type) return []
  return type.fields
    .filter(({ name, type: field }) => !isOfSanity(type, name, field))
    .flatMap((field) => [
      { path: `${path}.${field.name}`, type: field.type },
      ...(/^(slug|geopoint)$/.test(field.type.name) ? [] : fieldsOf(field.type, `${path}.${field.name}`)),
    ])
}

function annotationsOf(block: SchemaType): SchemaType[] {
  if (block.jsonType !== 'object') return []
  const children = block.fields.find(({ name }) => name === 'children')?.type
  const span = children?.jsonType === 'array' ? children.of.find(({ name }) => name === 'span') : undefined
  const annotations: unknown = span && Reflect.get(span, 'annotations')
  return Array.isArray(annotations) ? annotations : []
}

function isOfSanity(parent: SchemaType, name: string, field: SchemaType): boolean {
  const isImage = 'options' in parent && parent.type?.name === 'image'
  return (isImage && ['asset', 'media', 'hotspot', 'crop'].includes(name)) || field.name.startsWith('sanity.')
}

const fields = schemaTypes
  .filter(({ type }) => type === 'document')
  .flatMap(({ name }) => {
    const type = schema.get(name)
    return type ? fieldsOf(type, name) : []
  })

test('every field has a title and says in a sentence what belongs in it', () => {
  expect(fields.length).toBeGreaterThan(100)
  const silent = fields.filter(({ type }) => !type.title || !/\S+ \S+ \S+/.test(type.description ?? ''))
  expect([...new Set(silent.map(({ path }) => path))]).toEqual([])
})
