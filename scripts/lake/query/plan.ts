import type { ExprNode } from 'groq-js'
import type { StoredDocument } from '../document.ts'
import { and, conjuncts, type Probed, probed } from './conditions.ts'
import type { Documents } from './documents.ts'
import { asText, type Lookups, stringsIn } from './lookups.ts'
import { gather, pipelineOf } from './pieces.ts'
import type { Probe } from './probe.ts'
import type { SortKey } from './sort-key.ts'
import { type FilterNode, scoredIn, sortKeyOf, type Top, topOf } from './top.ts'

/** A query made ready to be asked of documents. */
export type Plan = {
  tree: ExprNode
  /** Whether for every item of a list all documents have to be looked at. */
  isHeavy: boolean
}

/** The value of a part of a plan, while the plan is evaluated. */
type Evaluate = (tree: ExprNode) => unknown

/**
 * Replaces `*` and filters on it by the documents that can match at all, as indexes tell. The result is the same.
 * Within other lists these are looked up where they are needed, which is also where a query that takes too long is stopped.
 * @param lookups get those that the plan needs while it is evaluated
 * @param evaluate gives the value of a part of the plan, while it is evaluated; without it, lists of which only the
 *   beginning is wanted are evaluated to their end
 */
export function plan(tree: ExprNode, documents: Documents, lookups: Lookups, evaluate?: Evaluate): Plan {
  return new Planner(documents, lookups, evaluate).plan(tree)
}

/**
 * Where a part of a query stands: `once` where it is evaluated once, `single` where that is within one object, `item`
 * where `@` is an item of a list, `hidden` where it is one but `^` in a filter does not lead back to it.
 */
type Place = 'once' | 'single' | 'item' | 'hidden'

class Planner {
  readonly #documents: Documents
  readonly #lookups: Lookups
  readonly #evaluate: Evaluate | undefined
  #isHeavy = false

  constructor(documents: Documents, lookups: Lookups, evaluate: Evaluate | undefined) {
    this.#documents = documents
    this.#lookups = lookups
    this.#evaluate = evaluate
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
      case 'Slice':
      case 'AccessElement':
        return this.#beginning(node, place)
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
    const chosen = this.#best(probed(conditions, place === 'item' || place === 'single'), place)
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
      const keys = node.args.map((argument) => sortKeyOf(argument))
      if (this.#isByType(base, place) && keys.every((key) => key !== undefined)) {
        return this.#filter(base, place, keys)
      }
    }
    const evaluate = this.#evaluate
    const scored = place === 'once' ? scoredIn(node) : undefined
    if (evaluate && scored) return { ...node, base: this.#gathering(evaluate, base, scored, {}), args }
    return { ...node, base: this.#node(base, place), args }
  }

  #isByType({ expr }: FilterNode, place: Place): boolean {
    const probe = this.#best(probed(conjuncts(expr), false), place)?.probe
    return probe?.by === 'type' && 'known' in probe.values
  }

  /** Where an order is known beforehand, documents are looked at until there are enough. */
  #beginning<Node extends SliceNode>(node: Node, place: Place): ExprNode {
    const evaluate = this.#evaluate
    const top = place === 'once' ? topOf(node) : undefined
    if (!evaluate || !top || !this.#isByType(top.filter, place)) return this.#parts(node, place)
    return { ...node, base: this.#gathering(evaluate, top.list, top.filter, top) }
  }

  /** What becomes of the documents of a filter, made piece by piece when it is asked for. */
  #gathering(
    evaluate: Evaluate,
    list: ExprNode,
    filter: FilterNode,
    { keys, count }: Partial<Top>,
  ): ExprNode {
    const { condition, candidates } = partsOf(this.#filter(filter, 'once', keys))
    const pipeline = pipelineOf(list, filter, condition, (part, place) => this.#node(part, place))
    return this.#lookups.node(() => gather(candidates, pipeline, count ?? Number.POSITIVE_INFINITY, evaluate))
  }

  #best(candidates: Probed[], place: Place): Probed | undefined {
    const cost = ({ probe }: Probed) =>
      isOnce(place) && 'known' in probe.values ? this.#find(probe.by, probe.values.known).length : rank(probe)
    return candidates.toSorted((a, b) => cost(a) - cost(b))[0]
  }

  #found({ by, values }: Probe, place: Place, sortKeys: SortKey[] | undefined): ExprNode {
    if ('asked' in values) {
      const { asked } = values
      // `references()` takes no notice of what is no string.
      if (by === 'reference') {
        return this.#lookups.node((known = []) => this.#find(by, known), asked.map(stringsIn))
      }
      return this.#lookups.node(
        (known) => (known ? this.#find(by, known) : this.#documents.all()),
        asked.map(asText),
      )
    }
    const { known } = values
    if (!isOnce(place)) {
      if (by === 'type') this.#isHeavy = true
      return this.#lookups.node(() => this.#find(by, known))
    }
    const found = sortKeys ? this.#documents.ordered(known, sortKeys) : this.#find(by, known)
    return { type: 'Value', value: found }
  }

  #find(by: Probe['by'], values: string[]): StoredDocument[] {
    switch (by) {
      case 'id':
        return [...new Set(values)]
          .sort()
          .map((id) => this.#documents.get(id))
          .filter((document) => document !== undefined)
      case 'type':
        return this.#documents.ofTypes(values)
      case 'reference':
        return this.#documents.referringTo(values)
      case 'version':
        return this.#documents.versionsOf(values)
    }
  }
}

type SliceNode = Extract<ExprNode, { type: 'Slice' | 'AccessElement' }>
type PipeNode = Extract<ExprNode, { type: 'PipeFuncCall' }>

/** What is left of a filter whose documents have been looked up. */
function partsOf(filtered: ExprNode): { condition: ExprNode | undefined; candidates: unknown[] } {
  const [base, condition] =
    filtered.type === 'Filter' ? [filtered.base, filtered.expr] : [filtered, undefined]
  const candidates: unknown = base.type === 'Value' ? base.value : undefined
  if (!Array.isArray(candidates)) throw new Error('The documents of this filter are not known yet')
  return { condition, candidates }
}

function isOnce(place: Place): boolean {
  return place === 'once' || place === 'single'
}

function rank({ by }: Probe): number {
  return ['id', 'version', 'reference', 'type'].indexOf(by)
}
