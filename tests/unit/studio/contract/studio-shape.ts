import type {
  ArraySchemaType,
  BlockSchemaType,
  ObjectSchemaType,
  ReferenceSchemaType,
  Rule,
  SchemaType,
} from 'sanity'
import { choice, note, type Shape } from './shape.ts'

/** Types of Sanity's own, told by their name. */
const known: Readonly<Record<string, string>> = {
  slug: 'slug',
  geopoint: 'geopoint',
  'sanity.imageHotspot': 'hotspot',
  'sanity.imageCrop': 'crop',
  datetime: 'moment',
}

/** The shape of a document as organisers can fill it in. */
export function studioShape(type: SchemaType): Shape {
  const shape: Shape = new Map()
  if (isObject(type)) fields(type, type.name)
  return shape

  function fields(parent: ObjectSchemaType, path: string): void {
    for (const { name, type: field } of parent.fields) read(field, `${path}.${name}`, isRequired(field))
  }

  function read(field: SchemaType, path: string, required: boolean): void {
    const names = lineage(field)
    const ours = names.map((name) => known[name]).find(Boolean)
    if (ours) note(shape, path, ours, required)
    else if (isReference(field))
      note(
        shape,
        path,
        `reference to ${field.to
          .map(({ name }) => name)
          .toSorted()
          .join(', ')}`,
        required,
      )
    else if (isArray(field)) list(field, path, required)
    else if (isObject(field)) {
      const isImage = names.includes('image')
      note(shape, path, isImage ? 'image' : 'object', required)
      if (isImage) picture(field, path)
      else fields(field, path)
    } else note(shape, path, primitive(field), required)
  }

  function picture(image: ObjectSchemaType, path: string): void {
    const asset = image.fields.find(({ name }) => name === 'asset')
    if (asset) read(asset.type, `${path}.asset`, needsAsset(image))
    for (const { name, type: field } of image.fields)
      if (name !== 'asset' && name !== 'media') read(field, `${path}.${name}`, isRequired(field))
  }

  function list(array: ArraySchemaType, path: string, required: boolean): void {
    note(shape, path, 'list', required)
    const members = array.of
    const only = members[0]
    if (members.length === 1 && only && !lineage(only).includes('block')) {
      read(only, `${path}[]`, false)
      return
    }
    for (const member of members) {
      const place = `${path}[${member.name}]`
      note(shape, place, 'allowed', false)
      if (lineage(member).includes('block')) block(member, place)
      else if (lineage(member).includes('image') && isObject(member)) picture(member, place)
      else if (isObject(member)) fields(member, place)
    }
  }

  /** Running text. What Sanity itself keeps of it is not repeated, only what may be chosen. */
  function block(type: SchemaType, path: string): void {
    if (!isBlock(type)) return
    for (const { name, type: field } of type.fields) {
      if (name === 'style' || name === 'listItem') {
        const values = choices(field)
        if (values.length > 0) note(shape, `${path}.${name}`, choice(values), false)
      }
      if (name === 'level' && lists(type) > 0) note(shape, `${path}.level`, 'number', false)
      if (name === 'children' && isArray(field)) {
        const span = field.of.find(({ name: member }) => member === 'span')
        note(shape, `${path}.marks`, choice(decoratorsOf(span)), false)
        const annotations = annotationsOf(span)
        for (const annotation of annotations) {
          note(shape, `${path}.markDefs[${annotation.name}]`, 'allowed', false)
          fields(annotation, `${path}.markDefs[${annotation.name}]`)
        }
      }
    }
  }

  function lists(type: BlockSchemaType): number {
    const field = type.fields.find(({ name }) => name === 'listItem')
    return field ? choices(field.type).length : 0
  }
}

function primitive(field: SchemaType): string {
  const values = choices(field)
  return values.length > 0 ? choice(values) : field.jsonType === 'string' ? 'text' : field.jsonType
}

function choices({ options }: SchemaType): unknown[] {
  const list: unknown = options && 'list' in options ? options.list : undefined
  if (!Array.isArray(list)) return []
  return list.map((item: unknown) => (typeof item === 'object' && item ? Reflect.get(item, 'value') : item))
}

/** Names of a type and of all that it is made from. */
function lineage(type: SchemaType | undefined): string[] {
  return type ? [type.name, ...lineage(type.type)] : []
}

function rulesOf({ validation }: SchemaType): Rule[] {
  if (!Array.isArray(validation)) throw new Error('The Studio’s schema is compiled, so rules come as lists.')
  return validation.filter((rule): rule is Rule => typeof rule === 'object' && rule !== null)
}

function isRequired(type: SchemaType): boolean {
  // As Sanity itself reads a schema that it extracts.
  return rulesOf(type).some((rule) => rule._required === 'required')
}

function needsAsset(type: SchemaType): boolean {
  return rulesOf(type).some((rule) => rule._rules.some(({ flag }) => flag === 'assetRequired'))
}

function decoratorsOf(span: unknown): unknown[] {
  const decorators = read(span, 'decorators')
  return Array.isArray(decorators) ? decorators.map((decorator: unknown) => read(decorator, 'value')) : []
}

function annotationsOf(span: unknown): ObjectSchemaType[] {
  const annotations = read(span, 'annotations')
  return Array.isArray(annotations) ? annotations.filter((type: SchemaType) => isObject(type)) : []
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value ? Reflect.get(value, key) : undefined
}

const isArray = (type: SchemaType): type is ArraySchemaType => type.jsonType === 'array'
const isObject = (type: SchemaType): type is ObjectSchemaType => type.jsonType === 'object'
const isReference = (type: SchemaType): type is ReferenceSchemaType => isObject(type) && 'to' in type
const isBlock = (type: SchemaType): type is BlockSchemaType => lineage(type).includes('block')
