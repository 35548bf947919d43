import type { ExprNode } from 'groq-js'
import type { SortKey } from './sort-key.ts'

export type FilterNode = Extract<ExprNode, { type: 'Filter' }>

/** The beginning of an ordered list: `*[filter]{projection} | order(keys)[0...count]`, with or without a projection. */
export type Top = {
  /** The filter, with its projection where there is one. */
  list: ExprNode
  filter: FilterNode
  keys: SortKey[]
  count: number
}

/** Recognises a list of which only the beginning is wanted, in an order by fields of the documents themselves. */
export function topOf(node: ExprNode): Top | undefined {
  const count = countOf(node)
  if (count === undefined || !('base' in node) || node.base?.type !== 'PipeFuncCall') return undefined
  const { name, base, args } = node.base
  if (name !== 'order') return undefined
  const map = base.type === 'Map' && base.base.type === 'Filter' ? base : undefined
  const filter = map ? map.base : base
  if (filter.type !== 'Filter' || filter.base.type !== 'Everything') return undefined
  const projection = map?.expr
  const keys = args.map((argument) => sortKeyOf(argument, projection && fieldsOf(projection)))
  return keys.every((key) => key !== undefined) ? { list: base, filter, keys, count } : undefined
}

type PipeNode = Extract<ExprNode, { type: 'PipeFuncCall' }>

/** The filter in `*[filter] | score(…) [filters]{projection} | order(_score desc)`, which is the same made in pieces. */
export function scoredIn({ name, base, args }: PipeNode): FilterNode | undefined {
  const [argument, ...others] = args
  if (name !== 'order' || !argument || others.length > 0) return undefined
  const projected = base.type === 'Map'
  const key = sortKeyOf(argument, projected ? fieldsOf(base.expr) : undefined)
  if (key?.field !== '_score' || !key.descending || key.isDate) return undefined
  let list = projected ? base.base : base
  while (list.type === 'Filter') list = list.base
  if (list.type !== 'PipeFuncCall' || list.name !== 'score') return undefined
  return list.base.type === 'Filter' && list.base.base.type === 'Everything' ? list.base : undefined
}

/**
 * The field that an argument of `order()` is about.
 * @param fields what a projection before it has put under which name; none where documents are ordered as they are
 */
export function sortKeyOf(argument: ExprNode, fields?: Map<string, ExprNode>): SortKey | undefined {
  switch (argument.type) {
    case 'Asc':
    case 'Group':
      return sortKeyOf(argument.base, fields)
    case 'Desc': {
      const key = sortKeyOf(argument.base, fields)
      return key && { ...key, descending: !key.descending }
    }
    case 'FuncCall': {
      const [base] = argument.args
      if (argument.namespace !== 'global' || argument.name !== 'dateTime' || !base) return undefined
      const key = sortKeyOf(base, fields)
      return key && !key.descending ? { ...key, isDate: true } : undefined
    }
    default: {
      const field = fields ? sourceOf(argument, fields) : fieldName(argument)
      return field === undefined ? undefined : { field, descending: false, isDate: false }
    }
  }
}

function countOf(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement') return node.index >= 0 ? node.index + 1 : undefined
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.isInclusive ? node.right + 1 : node.right
}

/** What a projection puts under each name, as far as nothing else in it can end up under that name. */
function fieldsOf(projection: ExprNode): Map<string, ExprNode> {
  const fields = new Map<string, ExprNode>()
  if (projection.type !== 'Projection' || projection.base.type !== 'This') return fields
  if (projection.expr.type !== 'Object') return fields
  for (const attribute of projection.expr.attributes) {
    if (attribute.type === 'ObjectAttributeValue') {
      fields.set(attribute.name, attribute.value)
      continue
    }
    const names = namesIn(attribute.value)
    if (!names) fields.clear()
    for (const name of names ?? []) fields.delete(name)
  }
  return fields
}

/** Every name that an object can have; undefined where that depends on the document. */
function namesIn(node: ExprNode): string[] | undefined {
  if (node.type === 'Object') {
    const names = node.attributes.map((attribute) => {
      return attribute.type === 'ObjectAttributeValue' ? [attribute.name] : namesIn(attribute.value)
    })
    return names.every((some) => some !== undefined) ? names.flat() : undefined
  }
  if (node.type !== 'Select') return undefined
  const values = [...node.alternatives.map(({ value }) => value), ...(node.fallback ? [node.fallback] : [])]
  const names = values.map(namesIn)
  return names.every((some) => some !== undefined) ? names.flat() : undefined
}

/** The document's own field behind one of a projection's, or behind an element of a list in one. */
function sourceOf(node: ExprNode, fields: Map<string, ExprNode>): string | undefined {
  if (node.type === 'AccessElement') {
    const name = fieldName(node.base)
    const list = name === undefined ? undefined : fields.get(name)
    if (list?.type !== 'Array' || list.elements.some(({ isSplat }) => isSplat)) return undefined
    const element = list.elements[node.index]
    return element && fieldName(element.value)
  }
  const name = fieldName(node)
  const value = name === undefined ? undefined : fields.get(name)
  return value && fieldName(value)
}

function fieldName(node: ExprNode): string | undefined {
  const isField = node.type === 'AccessAttribute' && (!node.base || node.base.type === 'This')
  return isField ? node.name : undefined
}
