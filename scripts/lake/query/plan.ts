import type { ExprNode } from 'groq-js'
import type { StoredDocument } from '../document.ts'
import type { Documents } from './documents.ts'
import type { Lookups } from './lookups.ts'
import { type Probe, probeOf } from './probe.ts'
import type { SortKey } from './sort-key.ts'

/** A query made ready to be asked of documents. */
export type Plan = {
  tree: ExprNode
  /** Whether for every item of a list all documents have to be looked at. */
  isHeavy: boolean
}

/**
 * Replaces `*` and filters on it by the documents that can match at all, as indexes tell. The result is the same.
 * Within other lists these are looked up where they are needed, which is also where a query that takes too long is stopped.
 * @param lookups get those that the plan needs while it is evaluated
 */
export function plan(tree: ExprNode, documents: Documents, lookups: Lookups): Plan {
  return new Planner(documents, lookups).plan(tree)
}

/**
 * Where a part of a query stands: `once` where it is evaluated once, `single` where that is within one object, `item`
 * where `@` is an item of a list, `hidden` where it is one but `^` in a filter does not lead back to it.
 */
type Place = 'once' | 'single' | 'item' | 'hidden'

class Planner {
  readonly #documents: Documents
  readonly #lookups: Lookups
  #isHeavy = false

  constructor(documents: Documents, lookups: Lookups) {
    this.#documents = documents
    this.#lookups = lookups
  }

  plan(tree: ExprNode): Plan {
    const planned = this.#node(tree, 'once')
    return { tree: planned, isHeavy: this.#isHeavy }
  }

  #node(node: ExprNode, place: Place): ExprNode {
    switch (node.type) {
      // Literal values are the writer's data and may look like nodes.
      case 'Value':
        return node
      case 'Everything':
        return this.#everything(place)
      case 'Filter':
        return node.base.type === 'Everything'
          ? this.#filter(node, place)
          : { ...node, base: this.#node(node.base, place), expr: this.#node(node.expr, 'item') }
      case 'Projection':
        return {
          ...node,
          base: this.#node(node.base, place),
          expr: this.#node(node.expr, isOnce(place) ? 'single' : 'item'),
        }
      case 'Map':
      case 'FlatMap':
        return { ...node, base: this.#node(node.base, place), expr: this.#node(node.expr, 'hidden') }
      case 'PipeFuncCall':
        return this.#pipe(node, place)
      default:
        return this.#parts(node, place)
    }
  }

  #parts<Part>(part: Part, place: Place): Part {
    const copies = Object.entries(part as object).map(([name, value]) => [name, this.#part(value, place)])
    return Object.fromEntries(copies)
  }

  #part(part: unknown, place: Place): unknown {
    if (Array.isArray(part)) return part.map((item) => this.#part(item, place))
    if (typeof part !== 'object' || part === null || !('type' in part)) return part
    return this.#node(part as ExprNode, place)
  }

  #everything(place: Place): ExprNode {
    if (isOnce(place)) return { type: 'Value', value: this.#documents.all() }
    this.#isHeavy = true
    return this.#lookups.node(() => this.#documents.all())
  }

  #filter(node: FilterNode, place: Place, sortKeys?: SortKey[]): ExprNode {
    const conditions = conjuncts(node.expr)
    const probed = conditions.map((condition) => ({
      condition,
      probe: probeOf(condition, place === 'item' || place === 'single'),
    }))
    const chosen = this.#best(probed.filter(hasProbe), place)
    if (!chosen) {
      return { ...node, base: this.#everything(place), expr: this.#node(node.expr, 'item') }
    }
    const base = this.#found(chosen.probe, place, sortKeys)
    const rest = conditions.filter((condition) => condition !== chosen.condition || !chosen.probe.isExact)
    if (rest.length === 0) return base
    return { ...node, base, expr: rest.map((part) => this.#node(part, 'item')).reduce(and) }
  }

  #pipe(node: PipeNode, place: Place): ExprNode {
    const args = node.args.map((argument) => this.#node(argument, 'item'))
    const { base } = node
    if (node.name === 'order' && isOnce(place) && base.type === 'Filter' && base.base.type === 'Everything') {
      const keys = node.args.map(sortKeyOf)
      const best = this.#best(
        conjuncts(base.expr).flatMap((condition) => {
          const probe = probeOf(condition, false)
          return probe ? [{ condition, probe }] : []
        }),
        place,
      )
      const isOfOneType =
        best?.probe.by === 'type' && 'known' in best.probe.values && best.probe.values.known.length === 1
      if (isOfOneType && keys.every((key) => key !== undefined)) return this.#filter(base, place, keys)
    }
    return { ...node, base: this.#node(base, place), args }
  }

  #best(probed: Probed[], place: Place): Probed | undefined {
    const cost = ({ probe }: Probed) =>
      isOnce(place) && 'known' in probe.values ? this.#find(probe.by, probe.values.known).length : rank(probe)
    return probed.toSorted((a, b) => cost(a) - cost(b))[0]
  }

  #found({ by, values }: Probe, place: Place, sortKeys: SortKey[] | undefined): ExprNode {
    if ('asked' in values) {
      return this.#lookups.node((known) => {
        return known ? this.#find(by, known) : this.#documents.all()
      }, values.asked)
    }
    const { known } = values
    if (!isOnce(place)) {
      if (by === 'type') this.#isHeavy = true
      return this.#lookups.node(() => this.#find(by, known))
    }
    const found = sortKeys ? this.#documents.ordered(known[0] ?? '', sortKeys) : this.#find(by, known)
    return { type: 'Value', value: found }
  }

  #find(by: Probe['by'], values: string[]): StoredDocument[] {
    const [first = ''] = values
    switch (by) {
      case 'id':
        return [...new Set(values)]
          .sort()
          .map((id) => this.#documents.get(id))
          .filter((document) => document !== undefined)
      case 'type':
        return values.length === 1
          ? this.#documents.ofType(first)
          : this.#documents.all().filter(({ _type }) => values.includes(_type))
      case 'reference':
        return this.#documents.referringTo(values)
      case 'version':
        return this.#documents.versionsOf(values)
    }
  }
}

type FilterNode = Extract<ExprNode, { type: 'Filter' }>
type PipeNode = Extract<ExprNode, { type: 'PipeFuncCall' }>
type Probed = { condition: ExprNode; probe: Probe }

function isOnce(place: Place): boolean {
  return place === 'once' || place === 'single'
}

function hasProbe(candidate: { condition: ExprNode; probe: Probe | undefined }): candidate is Probed {
  return candidate.probe !== undefined
}

function rank({ by }: Probe): number {
  return ['id', 'version', 'reference', 'type'].indexOf(by)
}

function conjuncts(condition: ExprNode): ExprNode[] {
  if (condition.type === 'Group') return conjuncts(condition.base)
  if (condition.type === 'And') return [...conjuncts(condition.left), ...conjuncts(condition.right)]
  return [condition]
}

function and(left: ExprNode, right: ExprNode): ExprNode {
  return { type: 'And', left, right }
}

function sortKeyOf(argument: ExprNode): SortKey | undefined {
  if (argument.type === 'Asc') return sortKeyOf(argument.base)
  if (argument.type === 'Desc') {
    const key = sortKeyOf(argument.base)
    return key && { ...key, descending: !key.descending }
  }
  const isField = argument.type === 'AccessAttribute' && (!argument.base || argument.base.type === 'This')
  return isField ? { field: argument.name, descending: false } : undefined
}
