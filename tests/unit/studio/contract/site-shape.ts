import { z } from 'zod'
import { choice, note, type Shape } from './shape.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema
type Targets = Readonly<Record<string, readonly string[]>>

/** Fields that Sanity itself keeps. */
const itsOwn = /^_/

/**
 * The shape of a document as the site's zod schema takes it in.
 * @param leadsTo types that a reference may lead to, by the field's name
 */
export function siteShape(name: string, schema: z.ZodType, leadsTo: Targets): Shape {
  const shape: Shape = new Map()
  const json = z.toJSONSchema(schema, { io: 'input', reused: 'inline', unrepresentable: 'throw' })
  fields(json, name)
  return shape

  function fields({ properties = {}, required = [] }: JsonSchema, path: string): void {
    for (const [field, value] of Object.entries(properties))
      if (typeof value === 'object' && !itsOwn.test(field))
        read(value, `${path}.${field}`, field, required.includes(field))
  }

  function read(value: JsonSchema, path: string, field: string, required: boolean): void {
    if (value.not) return
    if (value.type === 'array') list(value, path, field, required)
    else if (value.type === 'object') object(value, path, field, required)
    else note(shape, path, primitive(value), required)
  }

  function list({ items }: JsonSchema, path: string, field: string, required: boolean): void {
    note(shape, path, 'list', required)
    if (typeof items !== 'object' || Array.isArray(items))
      throw new Error(`${path} is a list of nobody knows what`)
    const members = items.oneOf ?? items.anyOf ?? ('decorators' in items ? [items] : undefined)
    if (!members) read(items, `${path}[]`, field, false)
    for (const member of members ?? []) {
      if (typeof member !== 'object') continue
      const type = member.properties?._type
      const place = `${path}[${typeof type === 'object' ? String(type.const) : '?'}]`
      note(shape, place, 'allowed', false)
      if (Array.isArray(member.decorators)) block(member, member.decorators, place)
      else fields(member, place)
    }
  }

  /** Running text. What is in every one is not repeated, only what may be chosen. */
  function block({ properties = {}, ...rest }: JsonSchema, decorators: unknown[], path: string): void {
    const { markDefs, children: _, ...chosen } = properties
    note(shape, `${path}.marks`, choice(decorators), false)
    fields({ ...rest, properties: chosen }, path)
    const annotations = typeof markDefs === 'object' && markDefs.items
    if (typeof annotations !== 'object' || Array.isArray(annotations)) return
    list({ items: annotations.oneOf ? annotations : { oneOf: [annotations] } }, `${path}.markDefs`, '', false)
    shape.delete(`${path}.markDefs`)
  }

  function object(value: JsonSchema, path: string, field: string, required: boolean): void {
    const has = (...names: string[]) => names.every((wanted) => value.properties?.[wanted] !== undefined)
    if (has('_ref')) note(shape, path, `reference to ${leadsTo[field]?.toSorted().join(', ')}`, required)
    else if (has('current')) note(shape, path, 'slug', required)
    else if (has('lat', 'lng')) note(shape, path, 'geopoint', required)
    else if (has('x', 'y')) note(shape, path, 'hotspot', required)
    else if (has('top', 'bottom')) note(shape, path, 'crop', required)
    else {
      note(shape, path, has('asset') ? 'image' : 'object', required)
      fields(value, path)
    }
  }
}

function primitive({ type, format, enum: values, const: value }: JsonSchema): string {
  if (values) return choice(values)
  if (value !== undefined) return choice([value])
  if (type === 'integer') return 'number'
  if (type === 'string') return format === 'date-time' ? 'moment' : 'text'
  return String(type)
}
