import { json as readJson } from 'node:stream/consumers'
import { z } from 'zod'
import { queryTimeout } from './errors.ts'
import type { Mutation, Selection } from './mutations.ts'
import { type JsonAnswer, takeJson } from './query/json-answer.ts'

/** The query that says which documents a mutation is for; none where it names them. */
export function queryOf(mutation: Mutation): { query: string; params: Record<string, unknown> } | undefined {
  const { id, query, params = {} } = selectionOf(mutation) ?? {}
  return id === undefined && query !== undefined ? { query, params } : undefined
}

/** The ids of the documents that a patch or deletion is for, where it names them. */
export function namedIds(mutation: Mutation): string[] {
  return [selectionOf(mutation)?.id ?? []].flat()
}

export type Selecting = {
  /** Asks a query for its value as JSON, with the documents as the mutations before it leave them. */
  ask: (query: string, params: Record<string, unknown>) => Promise<JsonAnswer>
  /** Tries a mutation that a later query may see the effect of. */
  apply: (mutation: Mutation, selected: string[], index: number) => void
  /** Milliseconds after which no further query is asked. */
  patience: number
}

/** The ids of the documents that each mutation of a transaction is for, up to the last with a query. */
export async function selectIds(
  mutations: Mutation[],
  { ask, apply, patience }: Selecting,
): Promise<string[][]> {
  const began = performance.now()
  const last = mutations.findLastIndex((mutation) => queryOf(mutation) !== undefined)
  const selected: string[][] = []
  for (const [index, mutation] of mutations.slice(0, last + 1).entries()) {
    const asked = queryOf(mutation)
    if (asked && performance.now() - began > patience) throw queryTimeout(patience)
    const ids = asked ? await idsIn(await ask(asked.query, asked.params)) : namedIds(mutation)
    selected.push(ids)
    if (index < last) apply(mutation, ids, index)
  }
  return selected
}

/** What a query finds may be documents, or their ids. */
async function idsIn(answer: JsonAnswer): Promise<string[]> {
  const found = await readJson(takeJson(answer))
  return [found]
    .flat()
    .map((value) => identified.safeParse(value).data)
    .filter((id) => id !== undefined)
}

function selectionOf(mutation: Mutation): Selection | undefined {
  if ('patch' in mutation) return mutation.patch
  return 'delete' in mutation ? mutation.delete : undefined
}

const identified = z.union([z.string(), z.object({ _id: z.string() }).transform(({ _id }) => _id)])
