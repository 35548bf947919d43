import { Mutation as Mutator } from '@sanity/mutator'
import type { NewDocument } from './document.ts'
import { ApiError, invalidMutation } from './errors.ts'
import { checkJson } from './json-limits.ts'

/**
 * A changed copy.
 * @param index the mutation's place in its request, for the error that names it
 */
export function patchedDocument(
  current: NewDocument,
  mutation: { patch: object },
  index: number,
): NewDocument {
  try {
    // Without a timestamp and a transaction the mutator leaves the document it is given untouched.
    const result = new Mutator({ mutations: [structuredClone(mutation) as never] }).apply(current)
    checkJson(result)
    return result as NewDocument
  } catch (error) {
    if (error instanceof ApiError) throw error
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'it is not understood'
    throw invalidMutation(index, `The patch cannot be applied to "${current._id}": ${reason}`)
  }
}
