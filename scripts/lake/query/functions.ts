import type { ExprNode } from 'groq-js'
import { malformed } from '../errors.ts'
import { rewrite } from './syntax-tree.ts'

/**
 * Functions of Sanity's that groq-js knows by name only, or that read its own `*` and not ours, in words that it has.
 * Nothing outside refers into a lake.
 */
const replacements: Record<string, (args: ExprNode[]) => ExprNode> = {
  'documents::get': ([reference = nothing()]) => ({ type: 'Deref', base: reference }),
  'documents::incomingRefCount': () => ({
    type: 'FuncCall',
    namespace: 'global',
    name: 'count',
    args: [{ type: 'Filter', base: { type: 'Everything' }, expr: refersToOuter() }],
  }),
  'releases::all': () => ({ type: 'Filter', base: { type: 'Everything' }, expr: isRelease() }),
  'documents::incomingGlobalDocumentReferenceCount': () => ({ type: 'Value', value: 0 }),
}

/** Functions that are not in the local lake, and what it would take. */
const missing: Record<string, string> = {
  'geo::latLng': 'geography',
  'geo::contains': 'geography',
  'geo::intersects': 'geography',
  'geo::distance': 'geography',
  'media::aspect': 'a media library',
  'text::query': 'a place to the right of match',
  'text::semanticSimilarity': 'an index of embeddings',
  'user::attributes': 'attributes of users',
  'global::anywhere': 'a place in a selector',
}

/** @throws 400 that names a function which cannot be answered */
export function replaceFunctions(tree: ExprNode): ExprNode {
  return rewrite(tree, (node) => {
    if (node.type !== 'FuncCall') return undefined
    const name = `${node.namespace}::${node.name}`
    const lacks = missing[name]
    if (lacks !== undefined) {
      throw malformed(`${name}() needs ${lacks}, which the local lake does not have`)
    }
    return replacements[name]?.(node.args.map(replaceFunctions))
  })
}

function nothing(): ExprNode {
  return { type: 'Value', value: null }
}

/** `references(^._id)` */
function refersToOuter(): ExprNode {
  const id: ExprNode = { type: 'AccessAttribute', name: '_id', base: { type: 'Parent', n: 1 } }
  return { type: 'FuncCall', namespace: 'global', name: 'references', args: [id] }
}

/** `_type == "system.release"` */
function isRelease(): ExprNode {
  const left: ExprNode = { type: 'AccessAttribute', name: '_type' }
  return { type: 'OpCall', op: '==', left, right: { type: 'Value', value: 'system.release' } }
}
