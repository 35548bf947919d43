import { z } from 'zod'
import type { Mutation, Selection } from './mutations.ts'

type Select = (query: string, params: Record<string, unknown>) => Promise<Uint8Array>

/** The ids of the documents that a patch or deletion is for, where it names them. */
export function namedIds(mutation: Mutation): string[] {
  return [selectionOf(mutation)?.id ?? []].flat()
}

/** The ids of the documents that a patch or deletion is for. @param select asks a query for its value as JSON */
export async function selectIds(mutation: Mutation, select: Select): Promise<string[]> {
  const selection = selectionOf(mutation)
  if (selection?.id !== undefined || selection?.query === undefined) return namedIds(mutation)
  const found: unknown = JSON.parse(
    new TextDecoder().decode(await select(selection.query, selection.params ?? {})),
  )
  return [found]
    .flat()
    .map(idOf)
    .filter((id) => id !== undefined)
}

function selectionOf(mutation: Mutation): Selection | undefined {
  if ('patch' in mutation) return mutation.patch
  return 'delete' in mutation ? mutation.delete : undefined
}

const identified = z.union([z.string(), z.object({ _id: z.string() }).transform(({ _id }) => _id)])

function idOf(value: unknown): string | undefined {
  return identified.safeParse(value).data
}
