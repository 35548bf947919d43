import type { Documents } from '../cms/mirror/documents.ts'
import { named } from '../site/named.ts'
import type { Made } from './maker.ts'
import { factsOf } from './output-state.ts'
import type { Plan } from './plan.ts'

/** Says in plain words why each of the rendered addresses was rendered: what has changed of what it shows. */
export function explanations(
  plan: Plan,
  rendered: readonly Made[],
  documents: Documents,
): Map<string, string[]> {
  return new Map(rendered.map(({ output }) => [output.path, reasonsFor(output, plan, documents)]))
}

function reasonsFor(output: Made['output'], plan: Plan, documents: Documents): string[] {
  if (!plan.change) return ['everything was looked at, since the code, the settings or the mirror are new']
  if (plan.change.added.includes(output.path)) return ['the address is new']
  const { touched } = plan.change
  const reasons = factsOf(output)
    .filter((fact) => touched.has(fact))
    .map((fact) => inWords(fact, documents))
  return reasons.length > 0 ? reasons : ['its file was missing, or a picture on it could not be made']
}

function inWords(fact: string, documents: Documents): string {
  const [kind = '', ...rest] = fact.split(' ')
  const about = rest.join(' ')
  if (kind === 'address') return `there is a page at ${about}, or no longer`
  if (kind !== 'document' && kind !== 'entry') return `changed: ${fact}`
  const head = documents.head(about)
  if (!head) return `${about} is gone`
  const change = kind === 'document' ? 'is new or changed' : 'stands elsewhere, or is public only now'
  return `${named(head)} (${about}) ${change}`
}
